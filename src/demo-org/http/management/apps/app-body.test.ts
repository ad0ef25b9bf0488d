import { describe, expect, test } from "vitest";
import { clientId, createTestOrg } from "../../../test-support/test-org.ts";
import { callApi, parseCauses } from "../test-api-client.ts";
import { createApp, labelsOf, webApp } from "./test-app-client.ts";

describe("the body of a request to create an app", () => {
  test.each([
    ["without a label", { label: undefined }, "label"],
    ["that is not an OpenID Connect app", { signOnMode: "SAML_2_0" }, "signOnMode"],
    [
      "with a client ID that is too short",
      { credentials: { oauthClient: { client_id: "short" } } },
      "credentials.oauthClient.client_id",
    ],
    [
      "with another app's client ID",
      { credentials: { oauthClient: { client_id: clientId } } },
      "client_id",
    ],
    [
      "without client authentication and PKCE",
      {
        credentials: { oauthClient: { token_endpoint_auth_method: "none", pkce_required: false } },
      },
      "credentials.oauthClient.pkce_required",
    ],
    [
      "with key authentication",
      { credentials: { oauthClient: { token_endpoint_auth_method: "private_key_jwt" } } },
      "credentials.oauthClient.token_endpoint_auth_method",
    ],
    ["with an unknown setting", { colour: "red" }, "colour"],
  ])("is refused %s", async (_case, change, field) => {
    const org = await createTestOrg();
    const refused = await createApp(org, change);

    expect(refused).toMatchObject({ status: 400, body: { errorCode: "E0000001" } });
    expect(parseCauses(refused)).toStrictEqual([expect.stringContaining(`${field}: `)]);
    expect(labelsOf(await callApi(org, "GET", "/apps"))).toStrictEqual(["Okta Groups Explorer"]);
  });

  test.each([
    ["a relative redirect URI", { redirect_uris: ["/callback"] }, "redirect_uris.0"],
    [
      "a redirect URI with a fragment",
      { redirect_uris: ["https://a.example/#b"] },
      "redirect_uris",
    ],
    [
      "a redirect URI that runs script",
      { redirect_uris: ["javascript:alert(1)"] },
      "redirect_uris",
    ],
    [
      "a redirect URI that opens a file",
      { redirect_uris: ["file:///etc/passwd"] },
      "redirect_uris",
    ],
    [
      "a sign-out redirect URI to an internal page of the browser",
      { post_logout_redirect_uris: ["about:blank"] },
      "post_logout_redirect_uris",
    ],
    [
      "a redirect URI with a line break",
      { redirect_uris: ["https://a.example/\n"] },
      "redirect_uris",
    ],
    [
      "a redirect URI with a non-ASCII character",
      { redirect_uris: ["https://ä.example/"] },
      "redirect_uris",
    ],
    [
      "a host that would end a Content Security Policy directive",
      { redirect_uris: ["https://a.example;img-src"] },
      "redirect_uris",
    ],
    ["no redirect URI", { redirect_uris: [] }, "redirect_uris"],
    [
      "a response type without its grant type",
      { response_types: ["code", "id_token"] },
      "response_types",
    ],
    ["a code's grant type without 'code'", { response_types: [] }, "response_types"],
    ["a grant type the org has not", { grant_types: ["password"] }, "grant_types.0"],
    [
      "a grant type of another application type",
      { application_type: "browser", grant_types: ["authorization_code", "client_credentials"] },
      "grant_types",
    ],
    [
      "an application type without its grant type",
      { grant_types: ["implicit"], response_types: ["token"] },
      "grant_types",
    ],
    ["wildcards", { wildcard_redirect: "SUBDOMAIN" }, "wildcard_redirect"],
    ["tokens bound to keys", { dpop_bound_access_tokens: true }, "dpop_bound_access_tokens"],
    ["its own keys", { jwks: { keys: [] } }, "jwks"],
  ])("is refused with %s", async (_case, settings, field) => {
    const refused = await createApp(await createTestOrg(), {
      settings: { oauthClient: { ...webApp.settings.oauthClient, ...settings } },
    });

    expect(refused.status).toBe(400);
    expect(parseCauses(refused)).toStrictEqual([
      expect.stringContaining(`settings.oauthClient.${field}`),
    ]);
  });

  test("is refused if its profile is too deeply nested", async () => {
    const profile = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
    const body = JSON.stringify({ ...webApp, profile: "here" }).replace('"here"', profile);

    expect(await callApi(await createTestOrg(), "POST", "/apps", body)).toMatchObject({
      status: 400,
      body: { errorCode: "E0000003" },
    });
  });
});
