import { describe, expect, test } from "vitest";
import { createCodeFlowOrg } from "../../test-support/code-flow-org.ts";
import {
  baseUrl,
  buildRequest,
  clientId,
  createTestOrg,
  decode,
  parseFragment,
} from "../../test-support/test-org.ts";

type Metadata = {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly userinfo_endpoint?: string;
  readonly jwks_uri?: string;
  readonly end_session_endpoint: string;
  readonly response_types_supported: readonly string[];
  readonly response_modes_supported: readonly string[];
  readonly scopes_supported: readonly string[];
  readonly claims_supported: readonly string[];
};

const paths = {
  orgOpenId: "/.well-known/openid-configuration",
  orgOAuth: "/.well-known/oauth-authorization-server",
  customOpenId: "/oauth2/default/.well-known/openid-configuration",
  customOAuth: "/oauth2/default/.well-known/oauth-authorization-server",
};

async function fetchMetadata(path: string, base = baseUrl): Promise<Metadata> {
  const { fetch } = await createTestOrg({ baseUrl: base });
  const response = await fetch(new Request(`${base}${path}`));
  expect(response.headers.get("Content-Type")).toBe("application/json");
  return response.json();
}

describe("metadata", () => {
  test("differs between servers, and between OpenID Connect and OAuth, as at Okta", async () => {
    const orgOpenId = await fetchMetadata(paths.orgOpenId);
    const orgOAuth = await fetchMetadata(paths.orgOAuth);
    const customOpenId = await fetchMetadata(paths.customOpenId);
    const customOAuth = await fetchMetadata(paths.customOAuth);

    expect(orgOpenId.issuer).toBe(baseUrl);
    expect(orgOAuth.issuer).toBe(baseUrl);
    expect(customOpenId.issuer).toBe(`${baseUrl}/oauth2/default`);
    expect(customOAuth.issuer).toBe(`${baseUrl}/oauth2/default`);

    expect(orgOpenId.response_types_supported).not.toContain("token");
    expect(customOpenId.response_types_supported).not.toContain("token");
    expect(orgOAuth.response_types_supported).toContain("token");
    expect(customOAuth.response_types_supported).toContain("token");

    expect(orgOpenId.scopes_supported).toContain("groups");
    expect(orgOAuth.scopes_supported).toContain("groups");
    expect(customOpenId.scopes_supported).not.toContain("groups");
    expect(customOAuth.scopes_supported).not.toContain("groups");

    expect(orgOAuth).not.toHaveProperty("jwks_uri");
    expect(customOAuth.jwks_uri).toBe(`${baseUrl}/oauth2/default/v1/keys`);
    expect(orgOAuth).not.toHaveProperty("userinfo_endpoint");
    expect(customOAuth).not.toHaveProperty("userinfo_endpoint");
    expect(orgOpenId.claims_supported).not.toContain("groups");

    for (const document of [orgOpenId, orgOAuth, customOpenId, customOAuth])
      expect(document).toMatchObject({
        subject_types_supported: ["public"],
        request_parameter_supported: false,
      });
    expect(orgOpenId).toHaveProperty("id_token_signing_alg_values_supported", ["RS256"]);
    expect(orgOAuth).not.toHaveProperty("id_token_signing_alg_values_supported");
  });

  test("lists scopes of Okta's API only in the org server's OAuth document", async () => {
    const standard = ["openid", "profile", "email", "address", "phone", "offline_access"];
    const { scopes_supported: inOAuth } = await fetchMetadata(paths.orgOAuth);
    expect((await fetchMetadata(paths.orgOpenId)).scopes_supported).toEqual([
      ...standard,
      "groups",
    ]);
    expect(inOAuth).toEqual(expect.arrayContaining([...standard, "groups", "okta.users.read"]));
    expect(inOAuth).not.toContain("device_sso");
    for (const path of [paths.customOpenId, paths.customOAuth])
      expect((await fetchMetadata(path)).scopes_supported).toEqual([...standard, "device_sso"]);
  });

  test("is the same at both OAuth addresses of a custom server", async () => {
    expect(await fetchMetadata("/.well-known/oauth-authorization-server/oauth2/default")).toEqual(
      await fetchMetadata(paths.customOAuth),
    );
  });

  test("has the org's configured URL, also with a path, and ignores the Host header", async () => {
    const base = "http://localhost:5173/demo-org";
    const { authorization_endpoint } = await fetchMetadata(paths.customOpenId, base);
    expect(authorization_endpoint).toBe(`${base}/oauth2/default/v1/authorize`);

    const { fetch } = await createTestOrg();
    const response = await fetch(new Request(`https://evil.example${paths.orgOpenId}`));
    expect(await response.json()).toMatchObject({ issuer: baseUrl });
  });

  test("accepts a client ID, and refuses an unknown one", async () => {
    const browser = (await createTestOrg()).openBrowser();
    expect((await browser.get(`${paths.orgOpenId}?client_id=${clientId}`)).status).toBe(200);
    const response = await browser.get(`${paths.orgOpenId}?client_id=0oaunknown`);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errorCode: "invalid_client",
      errorSummary: "Invalid value for 'client_id' parameter.",
      errorLink: "invalid_client",
      errorId: expect.stringMatching(/^oae\w{20}$/),
      errorCauses: [],
    });
  });
});

describe.each([
  ["", paths.orgOpenId],
  ["", paths.orgOAuth],
  ["/default", paths.customOpenId],
  ["/default", paths.customOAuth],
] as const)("the metadata %s%s", (server, path) => {
  const start = async () => {
    const org = await createCodeFlowOrg({ credentials: { pkce_required: false } });
    const browser = org.openBrowser();
    await browser.signIn("it.user@example.com");
    const metadata: Metadata = await (await browser.get(path)).json();
    // An app gets scopes of Okta's API only if an admin grants them.
    const scopes = metadata.scopes_supported.filter((it) => !it.startsWith("okta."));
    return { browser, metadata, scope: scopes.join(" ") };
  };

  test("lists only response types, scopes and claims that work", async () => {
    const { browser, metadata, scope } = await start();
    const seen = new Set<string>();
    for (const response_type of metadata.response_types_supported) {
      const reply = parseFragment(await browser.authorize({ response_type, scope }, server));
      expect(reply).not.toHaveProperty("error");
      const isOpenId = metadata.userinfo_endpoint !== undefined;
      const token = isOpenId ? reply.id_token : reply.access_token;
      for (const claim of token ? Object.keys(decode(token)) : []) seen.add(claim);
    }
    expect([...seen]).toEqual(expect.arrayContaining([...metadata.claims_supported]));
  });

  test("lists only response modes that work", async () => {
    const { browser, metadata, scope } = await start();
    for (const response_mode of metadata.response_modes_supported) {
      const response_type = response_mode === "query" ? "code" : "id_token";
      const response = await browser.authorize({ response_mode, response_type, scope }, server);
      const responseText = `${response.headers.get("Location")}${await response.text()}`;
      expect(responseText).toMatch(/id_token|code=/);
      expect(responseText).not.toContain("error_description");
    }
  });

  test("lists only endpoints that exist", async () => {
    const { browser, metadata } = await start();
    const { userinfo_endpoint, jwks_uri, end_session_endpoint } = metadata;
    for (const url of [userinfo_endpoint, jwks_uri, end_session_endpoint])
      if (url !== undefined)
        expect((await browser.get(url.replace(baseUrl, ""))).status, url).not.toBe(404);
  });
});

test.each([
  "/oauth2/nope/.well-known/openid-configuration",
  "/.well-known/oauth-authorization-server/oauth2/nope",
  "/oauth2/nope/v1/keys",
  `/oauth2/nope/v1/authorize?${buildRequest()}`,
])("a server that does not exist is not found: %s", async (path) => {
  const response = await (await createTestOrg()).openBrowser().get(path);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    errorCode: "E0000007",
    errorSummary: "Not found: Resource not found: nope (AuthorizationServer)",
  });
});
