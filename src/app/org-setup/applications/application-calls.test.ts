import { describe, expect, test } from "vitest";
import { addApplication } from "./application-calls.ts";

describe(addApplication, () => {
  const redirectUris = ["https://app.example.com/"];
  const bodyFor = (kind: "web" | "service") =>
    addApplication({ label: "My app", kind, redirectUris }).body;

  test("registers where a web app is answered", () => {
    expect(bodyFor("web")).toMatchObject({
      settings: { oauthClient: { response_types: ["code"], redirect_uris: redirectUris } },
    });
  });

  test("gives a service no address to be redirected to", () => {
    expect(bodyFor("service")).toMatchObject({
      settings: { oauthClient: { response_types: ["token"], redirect_uris: [] } },
    });
  });
});
