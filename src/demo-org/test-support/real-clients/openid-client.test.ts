import * as client from "openid-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  browserClientId,
  redirectUri,
  secret,
  serviceClientId,
  serviceScope,
  signedOutUri,
  webClientId,
} from "./registered-clients.ts";
import { itUser, type ServedOrg, serveOrg } from "./served-org.ts";

let org: ServedOrg;
beforeAll(async () => {
  org = await serveOrg();
});
afterAll(() => org.close());

type Kind = "org" | "custom";

const asBrowserApp = { id: browserClientId, authentication: client.None() };
const asWebApp = { id: webClientId, authentication: client.ClientSecretBasic(secret) };
const asService = { id: serviceClientId, authentication: client.ClientSecretBasic(secret) };

/** Discovers the server. The returned configuration also verifies the signature of each ID token. */
function discover(kind: Kind, { id, authentication } = asBrowserApp) {
  const issuer = new URL(kind === "org" ? org.url : org.customIssuer);
  const execute = [client.allowInsecureRequests, client.enableNonRepudiationChecks];
  return client.discovery(issuer, id, undefined, authentication, { execute });
}

function makeChecks() {
  return {
    expectedNonce: client.randomNonce(),
    expectedState: client.randomState(),
    pkceCodeVerifier: client.randomPKCECodeVerifier(),
  };
}

async function askForCode(
  config: client.Configuration,
  scope: string,
  { expectedNonce, expectedState, pkceCodeVerifier }: ReturnType<typeof makeChecks>,
  browser = org.openBrowser(),
): Promise<URL> {
  const request = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    nonce: expectedNonce,
    state: expectedState,
  });
  return await browser.authorize(request);
}

/** Matches openid-client's error for an invalid part of a response. */
const faultIn = (part: string) => ({ cause: { message: expect.stringContaining(part) } });

async function signIn(config: client.Configuration, scope: string, browser = org.openBrowser()) {
  const checks = makeChecks();
  const callback = await askForCode(config, scope, checks, browser);
  return await client.authorizationCodeGrant(config, callback, checks);
}

describe("the code flow with PKCE, as openid-client checks it", () => {
  test("returns a fat ID token of the org server, and matching userinfo", async () => {
    const config = await discover("org");
    const tokens = await signIn(config, "openid profile groups");
    const claims = tokens.claims();
    expect(claims).toMatchObject({ groups: ["Everyone", "IT"], given_name: "Ingrid" });
    expect(
      await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? ""),
    ).toMatchObject({ groups: ["Everyone", "IT"], given_name: "Ingrid" });
  });

  test("returns a thin ID token of a custom server, and the other claims from userinfo", async () => {
    const config = await discover("custom");
    const tokens = await signIn(config, "openid profile");
    const claims = tokens.claims();
    expect(claims).toMatchObject({ name: "Ingrid Holm" });
    expect(claims).not.toHaveProperty("given_name");
    expect(
      await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? ""),
    ).toMatchObject({ given_name: "Ingrid" });
  });

  test.each<Kind>(["org", "custom"])("refreshes tokens at the %s server", async (kind) => {
    const config = await discover(kind);
    const first = await signIn(config, "openid profile offline_access");
    const renewed = await client.refreshTokenGrant(config, first.refresh_token ?? "");
    expect(renewed.claims()).toMatchObject({ sub: first.claims()?.sub, aud: browserClientId });
    expect(renewed.access_token).not.toBe(first.access_token);
    await expect(client.refreshTokenGrant(config, "no such token")).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });

  test("works for a confidential client only with its secret", async () => {
    const tokens = await signIn(await discover("org", asWebApp), "openid");
    expect(tokens.claims()).toMatchObject({ aud: webClientId });
    const guess = client.ClientSecretPost("a guess");
    const impostor = await discover("org", { id: webClientId, authentication: guess });
    await expect(signIn(impostor, "openid")).rejects.toMatchObject({ error: "invalid_client" });
  });

  test("fails with a wrong state, nonce or verifier", async () => {
    const config = await discover("org");
    const exchange = async (change: Partial<ReturnType<typeof makeChecks>>) => {
      const checks = makeChecks();
      const callback = await askForCode(config, "openid", checks);
      return client.authorizationCodeGrant(config, callback, { ...checks, ...change });
    };
    await expect(exchange({ expectedState: "another" })).rejects.toMatchObject(faultIn("state"));
    await expect(exchange({ expectedNonce: "another" })).rejects.toMatchObject(faultIn("nonce"));
    const pkceCodeVerifier = client.randomPKCECodeVerifier();
    await expect(exchange({ pkceCodeVerifier })).rejects.toMatchObject({ error: "invalid_grant" });
  });

  test("can return the ID token with the code and its hash", async () => {
    const config = await discover("org");
    client.useCodeIdTokenResponseType(config);
    const tokens = await signIn(config, "openid groups");
    expect(tokens.claims()).toMatchObject({ groups: ["Everyone", "IT"] });
  });
});

test("the sign-out that openid-client builds returns to the app and ends the session", async () => {
  const config = await discover("custom");
  const browser = org.openBrowser();
  const { id_token = "" } = await signIn(config, "openid", browser);
  const signOut = client.buildEndSessionUrl(config, {
    id_token_hint: id_token,
    post_logout_redirect_uri: signedOutUri,
    state: "out",
  });
  expect((await browser.authorize(signOut)).href).toBe(`${signedOutUri}?state=out#`);
  const silent = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: "openid",
    prompt: "none",
    state: "s",
    code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
    code_challenge_method: "S256",
  });
  const refused = client.authorizationCodeGrant(config, await browser.authorize(silent), {
    expectedState: "s",
  });
  await expect(refused).rejects.toMatchObject({ error: "login_required" });
});

describe("an implicit response, as openid-client checks it", () => {
  const getAnswer = async (kind: Kind, nonce: string, state: string) => {
    const config = await discover(kind);
    client.useIdTokenResponseType(config);
    const scope = kind === "org" ? "openid groups" : "openid email";
    const parameters = { redirect_uri: redirectUri, scope, nonce, state };
    const request = client.buildAuthorizationUrl(config, parameters);
    return { config, callback: await org.openBrowser().authorize(request) };
  };

  test("is valid for both servers", async () => {
    const fromOrg = await getAnswer("org", "n", "s");
    expect(
      await client.implicitAuthentication(fromOrg.config, fromOrg.callback, "n", {
        expectedState: "s",
      }),
    ).toMatchObject({ iss: org.url, groups: ["Everyone", "IT"] });
    const { config, callback } = await getAnswer("custom", "n", "s");
    expect(
      await client.implicitAuthentication(config, callback, "n", { expectedState: "s" }),
    ).toMatchObject({ iss: org.customIssuer, email: itUser });
  });

  test("fails for another nonce, another state, or a token that was changed", async () => {
    const { config, callback } = await getAnswer("org", "n", "s");
    const check = (url: URL, nonce: string, expectedState: string) =>
      client.implicitAuthentication(config, url, nonce, { expectedState });
    await expect(check(callback, "another", "s")).rejects.toMatchObject(faultIn("nonce"));
    await expect(check(callback, "n", "another")).rejects.toMatchObject(faultIn("state"));

    const changed = new URL(callback);
    changed.hash = callback.hash.replace(/(id_token=[^.]+\.[^.]+\.)...../, "$1AAAAA");
    await expect(check(changed, "n", "s")).rejects.toMatchObject(faultIn("signature"));
  });
});

describe("with openid-client", () => {
  test.each<Kind>(["org", "custom"])(
    "introspection describes a token of the %s server",
    async (kind) => {
      const config = await discover(kind, asWebApp);
      const tokens = await signIn(config, "openid profile");
      expect(await client.tokenIntrospection(config, tokens.access_token)).toMatchObject({
        active: true,
        client_id: webClientId,
        username: itUser,
        scope: "openid profile",
        token_type: "Bearer",
      });

      await client.tokenRevocation(config, tokens.access_token);
      expect(await client.tokenIntrospection(config, tokens.access_token)).toEqual({
        active: false,
      });
      await expect(
        client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? ""),
      ).rejects.toMatchObject({ status: 401 });
    },
  );

  test("revocation of a refresh token also revokes its access tokens", async () => {
    const config = await discover("custom");
    const tokens = await signIn(config, "openid offline_access");
    await client.tokenRevocation(config, tokens.refresh_token ?? "");
    await expect(
      client.refreshTokenGrant(config, tokens.refresh_token ?? ""),
    ).rejects.toMatchObject({ error: "invalid_grant" });
    expect(await client.tokenIntrospection(config, tokens.access_token)).toEqual({
      active: false,
    });
  });
});

describe("the client credentials flow with openid-client", () => {
  test("returns a token of the custom server without a user", async () => {
    const config = await discover("custom", asService);
    const tokens = await client.clientCredentialsGrant(config, { scope: serviceScope });
    expect(tokens).toMatchObject({ token_type: "bearer", scope: serviceScope });
    expect(tokens.claims()).toBeUndefined();
    expect(await client.tokenIntrospection(config, tokens.access_token)).toMatchObject({
      active: true,
      sub: serviceClientId,
      aud: "api://default",
    });
  });

  test.each([
    ["org", serviceScope, "unsupported_grant_type"],
    ["custom", "payroll", "invalid_scope"],
  ] as const)("is refused by the %s server for %s", async (kind, scope, error) => {
    const config = await discover(kind, asService);
    await expect(client.clientCredentialsGrant(config, { scope })).rejects.toMatchObject({ error });
  });
});
