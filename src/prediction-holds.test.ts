import { beforeAll, describe, expect, test } from "vitest";
import {
  clientId,
  createTestOrg,
  parseFragment,
  redirectUri,
  type TestBrowser,
} from "./demo-org/test-support/test-org.ts";
import { createRandomValue, responseTypes, usesCode } from "./oidc/authorization-request.ts";
import type { JsonObject } from "./oidc/json.ts";
import { decodeJwt } from "./oidc/jwt.ts";
import { computeCodeChallenge } from "./oidc/pkce.ts";
import type { AuthorizationServer } from "./okta/authorization-server.ts";
import { findGroupsClaims } from "./okta/groups-claims.ts";
import { type PredictedTokens, predict, type TokenPrediction } from "./okta/prediction.ts";

// Compares two independent implementations of Okta's rules, request by request: the page's prediction, and what the demo
// org returns.

/** A user in groups, with a value for every profile attribute. */
const username = "it.user@example.com";
const servers: readonly AuthorizationServer[] = [
  { kind: "org" },
  { kind: "custom", id: "default" },
];
/** Scopes that people send by mistake, or that only some servers have. */
const oddScopeSets = [
  ["device_sso"],
  ["device_sso", "openid"],
  ["device_sso", "profile"],
  ["offline_access", "openid"],
  ["offline_access"],
  ["okta.users.read"],
  ["openid", "groups", "okta.users.read"],
  ["groups", "okta.users.read"],
  ["okta.myAccount.profile.read"],
  ["openid", "okta.myAccount.profile.read"],
  ["okta.users.read", "okta.myAccount.profile.read"],
  ["okta.unknown.read"],
  ["openid", "okta.unknown.read"],
  ["okta.users.read", "crm.read"],
  ["openid,groups"],
  ["openid,", "groups"],
  [",", "openid"],
  ["openid", "openid", "groups", "groups"],
  ["OpenID", "groups"],
  ["openid", "x".repeat(1024)],
];
const scopeSets = [
  ...listSubsets(["openid", "profile", "email", "phone", "groups", "crm.read"]),
  ...oddScopeSets,
];

const codeVerifier = createRandomValue();

let browser: TestBrowser;
let codeChallenge: string;
beforeAll(async () => {
  codeChallenge = await computeCodeChallenge(codeVerifier);
  browser = (await createTestOrg()).openBrowser();
  await browser.signIn(username);
});

describe.each(servers)("the $kind server returns what the page predicts", (server) => {
  const path = server.kind === "org" ? "" : "/default";
  let serverScopes: string[];
  beforeAll(async () => {
    const metadata = await browser.get(
      `${path && `/oauth2${path}`}/.well-known/openid-configuration`,
    );
    serverScopes = (await metadata.json()).scopes_supported;
  });

  describe.each(responseTypes)("for %s", (responseType) => {
    test.each(scopeSets.map((scopes) => [nameScopes(scopes), scopes] as const))(
      "and %s",
      async (_name, scopes) => {
        const predicted = predict({ server, responseType, scopes, serverScopes });
        const response = await send(responseType, scopes, usesCode(responseType));
        if (predicted.refusal?.likelihood === "possible") {
          // Only the org knows whether Okta's API has such a scope, and whether the app was granted it.
          expect(scopes.some((scope) => scope.startsWith("okta."))).toBe(true);
          if (response.error) return;
        } else {
          expect(response.error).toBe(predicted.refusal?.error);
          if (predicted.refusal) return;
        }
        expectTokens(predicted.redirect, response);
        expect(response.code !== undefined).toBe(predicted.tokenEndpoint !== undefined);
        const exchanged = response.code === undefined ? undefined : await exchange(response.code);
        if (predicted.tokenEndpoint) expectTokens(predicted.tokenEndpoint, exchanged ?? {});
        if (!predicted.userInfo) return;
        expectAsPredicted(predicted.userInfo, await callUserInfo(exchanged ?? response));
      },
    );
  });

  async function send(response_type: string, scopes: readonly string[], hasCode: boolean) {
    const scope = scopes.length > 0 ? scopes.join(" ") : undefined;
    const pkce = { code_challenge: codeChallenge, code_challenge_method: "S256" };
    const request = {
      response_type,
      response_mode: "fragment",
      scope,
      prompt: "none",
      ...(hasCode && pkce),
    };
    return parseFragment(await browser.authorize(request, path));
  }

  async function exchange(code: string): Promise<Record<string, string>> {
    const response = await browser.post(`/oauth2${path}/v1/token`, {
      grant_type: "authorization_code",
      client_id: clientId,
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
      code,
    });
    expect(response.status).toBe(200);
    return response.json();
  }

  function expectTokens(predicted: PredictedTokens, returned: Record<string, string>): void {
    expectAsPredicted(predicted.idToken, decodeClaims(returned.id_token));
    expectAsPredicted(predicted.accessToken, decodeClaims(returned.access_token));
  }

  async function callUserInfo({ access_token }: Record<string, string>) {
    const response = await browser.get(`/oauth2${path}/v1/userinfo`, {
      Authorization: `Bearer ${access_token}`,
    });
    expect(response.status).toBe(200);
    const claims: JsonObject = await response.json();
    return claims;
  }

  function expectAsPredicted(
    predicted: TokenPrediction | undefined,
    returned: JsonObject | undefined,
  ): void {
    if (!predicted || !returned) {
      expect([predicted, returned]).toEqual([undefined, undefined]);
      return;
    }
    const groups = findGroupsClaims(returned).map(({ name }) => name);
    if (predicted.groups !== "depends") expect(groups.length > 0).toBe(predicted.groups === "yes");
    expect(new Set(Object.keys(returned).filter((name) => !groups.includes(name)))).toEqual(
      new Set(predicted.claims),
    );
  }
});

function decodeClaims(token: string | undefined): JsonObject | undefined {
  if (token === undefined) return undefined;
  const decoded = decodeJwt(token);
  return decoded.kind === "decoded" ? decoded.claims : undefined;
}

function nameScopes(scopes: readonly string[]): string {
  return scopes.join(" ").slice(0, 80) || "no scope";
}

function listSubsets([first, ...others]: readonly string[]): string[][] {
  if (first === undefined) return [[]];
  const without = listSubsets(others);
  return [...without, ...without.map((subset) => [first, ...subset])];
}
