import { describe, expect, test } from "vitest";
import { applications } from "./applications.tsx";

describe("a new app", () => {
  const redirectUri = "https://app.example.com/";
  const bodyFor = (kind: "web" | "service") =>
    applications.buildBody({ label: "My app", kind, redirectUris: redirectUri }, undefined);

  test("registers a web app's redirect URIs", () => {
    expect(bodyFor("web")).toMatchObject({
      settings: { oauthClient: { response_types: ["code"], redirect_uris: [redirectUri] } },
    });
  });

  test("registers no redirect URIs for a service", () => {
    expect(bodyFor("service")).toMatchObject({
      settings: { oauthClient: { response_types: ["token"], redirect_uris: [] } },
    });
  });
});
