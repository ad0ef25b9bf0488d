import { describe, expect, test } from "vitest";
import { ownAddressOnly } from "./own-address-only.ts";

const handler = ownAddressOnly("http://localhost:8080", async () => new Response("the org"));

describe(ownAddressOnly, () => {
  test("responds at its own address", async () => {
    const answer = await handler(new Request("http://localhost:8080/oauth2/v1/keys"));
    expect(await answer.text()).toBe("the org");
  });

  test.each([
    ["http://rebound.example:8080/oauth2/v1/keys"],
    ["http://localhost.example:8080/"],
    ["http://127.0.0.1:8080/"],
    ["http://localhost:8081/"],
  ])("refuses a request to %s and states its own address", async (url) => {
    const answer = await handler(new Request(url));
    expect(answer.status).toBe(421);
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(await answer.text()).toContain("http://localhost:8080");
  });
});
