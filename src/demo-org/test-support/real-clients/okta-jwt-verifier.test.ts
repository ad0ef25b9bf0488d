// biome-ignore lint/style/noRestrictedImports: this file tests the org with Okta's own client.
import OktaJwtVerifier from "@okta/jwt-verifier";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { browserClientId, redirectUri } from "./registered-clients.ts";
import { type ServedOrg, serveOrg } from "./served-org.ts";

let org: ServedOrg;
beforeAll(async () => {
  // The verifier warns about http issuers.
  vi.spyOn(console, "warn").mockImplementation(() => {});
  org = await serveOrg();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await org.close();
});

const nonce = "n-0S6_WzA2Mj";

async function getTokens(endpoints: string, scope: string) {
  const request = new URL(`${endpoints}/v1/authorize`);
  request.search = new URLSearchParams({
    client_id: browserClientId,
    response_type: "id_token token",
    redirect_uri: redirectUri,
    scope,
    state: "s",
    nonce,
  }).toString();
  const response = new URLSearchParams((await org.openBrowser().authorize(request)).hash.slice(1));
  return {
    idToken: response.get("id_token") ?? "",
    accessToken: response.get("access_token") ?? "",
  };
}

function makeVerifier(options: Partial<OktaJwtVerifier.VerifierOptions>): OktaJwtVerifier {
  const testing = { disableHttpsCheck: true };
  return new OktaJwtVerifier({ issuer: org.customIssuer, testing, ...options });
}

describe("Okta's verifier, for a custom server", () => {
  test("accepts ID token and access token, and reads the groups", async () => {
    const { idToken, accessToken } = await getTokens(org.customIssuer, "openid email");
    const verifier = makeVerifier({
      assertClaims: { cid: browserClientId, "GroupsClaim.includes": ["Everyone", "IT"] },
    });
    const access = await verifier.verifyAccessToken(accessToken, "api://default");
    expect(access.claims).toMatchObject({ scp: ["email", "openid"], sub: "it.user@example.com" });
    expect(access.isExpired()).toBe(false);

    const id = await makeVerifier({}).verifyIdToken(idToken, browserClientId, nonce);
    expect(id.claims).toMatchObject({ aud: browserClientId, nonce });
  });

  test("refuses tokens for another audience, client, nonce or issuer", async () => {
    const { idToken, accessToken } = await getTokens(org.customIssuer, "openid");
    const verifier = makeVerifier({});
    await expect(verifier.verifyAccessToken(accessToken, "api://payroll")).rejects.toThrow(
      "audience claim api://default does not match expected audience: api://payroll",
    );
    await expect(verifier.verifyIdToken(idToken, "0oaanotherApp", nonce)).rejects.toThrow(
      /does not match expected client id/,
    );
    await expect(verifier.verifyIdToken(idToken, browserClientId, "another")).rejects.toThrow(
      /does not match expected nonce/,
    );
    await expect(verifier.verifyIdToken(idToken, browserClientId)).rejects.toThrow(
      "expected nonce is required",
    );
    const ofAnotherIssuer = makeVerifier({
      issuer: org.url,
      jwksUri: `${org.customIssuer}/v1/keys`,
    });
    await expect(ofAnotherIssuer.verifyIdToken(idToken, browserClientId, nonce)).rejects.toThrow(
      `issuer ${org.customIssuer} does not match expected issuer: ${org.url}`,
    );
  });

  test("refuses a changed token, and a token without the expected groups", async () => {
    const { accessToken } = await getTokens(org.customIssuer, "openid");
    const [header, , signature] = accessToken.split(".");
    const claims = Buffer.from(JSON.stringify({ aud: "api://default" })).toString("base64url");
    await expect(
      makeVerifier({}).verifyAccessToken(`${header}.${claims}.${signature}`, "api://default"),
    ).rejects.toThrow("Signature verification failed");
    const forSales = makeVerifier({ assertClaims: { "GroupsClaim.includes": "Midwest Sales" } });
    await expect(forSales.verifyAccessToken(accessToken, "api://default")).rejects.toThrow(
      "claim 'GroupsClaim' value 'Everyone,IT' does not include expected value 'Midwest Sales'",
    );
  });
});

describe("Okta's verifier, for the org server", () => {
  test("accepts an ID token if the verifier gets the address of the keys", async () => {
    const { idToken } = await getTokens(`${org.url}/oauth2`, "openid groups");
    const verifier = makeVerifier({ issuer: org.url, jwksUri: `${org.url}/oauth2/v1/keys` });
    const { claims } = await verifier.verifyIdToken(idToken, browserClientId, nonce);
    expect(claims).toMatchObject({ iss: org.url, aud: browserClientId });
  });

  test("accepts an access token too, although its type says that only Okta should read it", async () => {
    const { accessToken } = await getTokens(`${org.url}/oauth2`, "openid groups");
    const verifier = makeVerifier({ issuer: org.url, jwksUri: `${org.url}/oauth2/v1/keys` });
    const { header, claims } = await verifier.verifyAccessToken(accessToken, org.url);
    expect(header).toMatchObject({ typ: "application/okta-internal-at+jwt" });
    expect(claims).not.toHaveProperty("groups");
  });

  test("finds no keys at the verifier's default address below the issuer", async () => {
    const { idToken } = await getTokens(`${org.url}/oauth2`, "openid");
    const verifier = makeVerifier({ issuer: org.url });
    await expect(verifier.verifyIdToken(idToken, browserClientId, nonce)).rejects.toThrow();
  });
});
