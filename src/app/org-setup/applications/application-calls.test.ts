import { describe, expect, test } from "vitest";
import { addApplication } from "./application-calls.ts";

describe(addApplication, () => {
  const redirectUris = ["https://app.example.com/"];
  const bodyFor = (kind: "web" | "service") =>
    addApplication({ label: "My app", kind, redirectUris }).body;

  test("registers a web app's redirect URIs", () => {
    expect(bodyFor("web")).toMatchObject({
      settings: { oauthClient: { response_types: ["code"], redirect_uris: redirectUris } },
    });
  });

  test("registers no redirect URIs for a service", () => {
    expect(bodyFor("service")).toMatchObject({
      settings: { oauthClient: { response_types: ["token"], redirect_uris: [] } },
    });
  });
});
