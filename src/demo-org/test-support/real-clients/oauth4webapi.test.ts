import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserClientId, redirectUri } from "./registered-clients.ts";
import { type ServedOrg, serveOrg } from "./served-org.ts";

let org: ServedOrg;
beforeAll(async () => {
  org = await serveOrg();
});
afterAll(() => org.close());

const overHttp = { [oauth.allowInsecureRequests]: true };
const client: oauth.Client = { client_id: browserClientId };

async function discover(
  issuer: string,
  algorithm: "oidc" | "oauth2",
): Promise<oauth.AuthorizationServer> {
  const identifier = new URL(issuer);
  const response = await oauth.discoveryRequest(identifier, { algorithm, ...overHttp });
  return await oauth.processDiscoveryResponse(identifier, response);
}

describe("the metadata that oauth4webapi discovers", () => {
  test("belongs to the requested server, for OpenID Connect and for OAuth", async () => {
    for (const issuer of [org.url, org.customIssuer]) {
      const endpoints = issuer === org.url ? `${org.url}/oauth2/v1` : `${issuer}/v1`;
      expect(await discover(issuer, "oidc")).toMatchObject({
        issuer,
        authorization_endpoint: `${endpoints}/authorize`,
        token_endpoint: `${endpoints}/token`,
        userinfo_endpoint: `${endpoints}/userinfo`,
        jwks_uri: `${endpoints}/keys`,
      });
      expect(await discover(issuer, "oauth2")).toMatchObject({
        issuer,
        introspection_endpoint: `${endpoints}/introspect`,
        revocation_endpoint: `${endpoints}/revoke`,
      });
    }
  });

  test("is also at the address that Okta documents, below the issuer of a custom server", async () => {
    const response = await fetch(`${org.customIssuer}/.well-known/oauth-authorization-server`);
    const metadata = await oauth.processDiscoveryResponse(new URL(org.customIssuer), response);
    expect(metadata).toEqual(await discover(org.customIssuer, "oauth2"));
  });

  test("is refused for another issuer", async () => {
    const response = await fetch(`${org.url}/.well-known/openid-configuration`);
    await expect(
      oauth.processDiscoveryResponse(new URL(org.customIssuer), response),
    ).rejects.toMatchObject({ code: oauth.JSON_ATTRIBUTE_COMPARISON });
  });
});

const verifier = oauth.generateRandomCodeVerifier();

async function askForCode(
  as: oauth.AuthorizationServer,
  parameters: Readonly<Record<string, string>>,
): Promise<URL> {
  const request = new URL(as.authorization_endpoint ?? "");
  request.search = new URLSearchParams({
    client_id: client.client_id,
    response_type: "code",
    redirect_uri: redirectUri,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...parameters,
  }).toString();
  return await org.openBrowser().authorize(request);
}

function exchange(as: oauth.AuthorizationServer, callback: URL, state: string): Promise<Response> {
  const response = oauth.validateAuthResponse(as, client, callback, state);
  const authentication = oauth.None();
  return oauth.authorizationCodeGrantRequest(
    as,
    client,
    authentication,
    response,
    redirectUri,
    verifier,
    overHttp,
  );
}

describe("the code flow with PKCE, as oauth4webapi checks it", () => {
  test.each([
    ["org", "openid profile groups", { groups: ["Everyone", "IT"], given_name: "Ingrid" }],
    ["custom", "openid profile", { name: "Ingrid Holm" }],
  ])("returns tokens of the %s server with valid signatures", async (kind, scope, claims) => {
    const as = await discover(kind === "org" ? org.url : org.customIssuer, "oidc");
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const response = await exchange(as, await askForCode(as, { scope, state, nonce }), state);
    const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(as, response, overHttp);

    expect(tokens).toMatchObject({ token_type: "bearer", expires_in: 3600, scope });
    const idToken = oauth.getValidatedIdTokenClaims(tokens);
    expect(idToken).toMatchObject(claims);
    const userInfo = await oauth.userInfoRequest(as, client, tokens.access_token, overHttp);
    expect(
      await oauth.processUserInfoResponse(as, client, idToken?.sub ?? "", userInfo),
    ).toMatchObject({ preferred_username: "it.user@example.com" });
  });

  test("returns errors that oauth4webapi can parse", async () => {
    const as = await discover(org.url, "oidc");
    const callback = await askForCode(as, { scope: "openid", state: "s", prompt: "none" });
    expect(() => oauth.validateAuthResponse(as, client, callback, "s")).toThrow(
      expect.objectContaining({ error: "login_required" }),
    );

    const response = await exchange(as, new URL(`${redirectUri}?code=guessed&state=s`), "s");
    await expect(oauth.processAuthorizationCodeResponse(as, client, response)).rejects.toThrow(
      expect.objectContaining({ error: "invalid_grant", status: 400 }),
    );
  });
});
