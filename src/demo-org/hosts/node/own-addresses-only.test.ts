import { describe, expect, test } from "vitest";
import { ownAddressesOnly } from "./own-addresses-only.ts";

const handler = async () => new Response("the org");
const local = ownAddressesOnly(["http://localhost:8080"], handler);
const declared = ownAddressesOnly(["https://okta.test", "http://localhost:8080"], handler);

describe(ownAddressesOnly, () => {
  test("responds at its own address", async () => {
    const response = await local(new Request("http://localhost:8080/oauth2/v1/keys"));
    expect(await response.text()).toBe("the org");
  });

  test.each([
    ["http://rebound.example:8080/oauth2/v1/keys"],
    ["http://localhost.example:8080/"],
    ["http://127.0.0.1:8080/"],
    ["http://localhost:8081/"],
  ])("refuses a request to %s, and the response states the org's address", async (url) => {
    const response = await local(new Request(url));
    expect(response.status).toBe(421);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(await response.text()).toContain("http://localhost:8080");
  });

  test.each([
    ["https://okta.test/"],
    ["http://okta.test/"],
    ["http://okta.test:443/"],
    ["http://localhost:8080/"],
  ])("responds to %s if the issuer was declared", async (url) => {
    expect((await declared(new Request(url))).status).toBe(200);
  });

  test.each([["https://okta.test:8443/"], ["https://okta.test.example/"], ["http://localhost/"]])(
    "with a declared issuer, refuses %s",
    async (url) => {
      expect((await declared(new Request(url))).status).toBe(421);
    },
  );
});
