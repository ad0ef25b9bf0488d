import { beforeAll, describe, expect, test } from "vitest";
import { createTestOrg, readFragment, type TestBrowser } from "./demo-org/test-org.ts";
import type { ResponseType } from "./oidc/authorization-request.ts";
import type { JsonObject } from "./oidc/json.ts";
import { decodeJwt } from "./oidc/jwt.ts";
import type { AuthorizationServer } from "./okta/authorization-server.ts";
import { findGroupsClaims } from "./okta/groups-claims.ts";
import { predict, type TokenPrediction } from "./okta/prediction.ts";

// The page's prediction and the demo org's behaviour are two statements of Okta's rules, made apart from each other.
// Here one is held against the other, request by request.

/** Someone who is in groups, and whose profile has a value for everything. */
const person = "it.user@example.com";
const servers: readonly AuthorizationServer[] = [
  { kind: "org" },
  { kind: "custom", id: "default" },
];
const responseTypes: readonly ResponseType[] = ["id_token", "token", "id_token token"];
const scopeSets = listSubsets(["openid", "profile", "email", "phone", "groups", "crm.read"]);

let browser: TestBrowser;
beforeAll(async () => {
  browser = (await createTestOrg()).openBrowser();
  await browser.signIn(person);
});

describe.each(servers)("what is predicted of the $kind authorization server", (server) => {
  const path = server.kind === "org" ? "" : "/default";
  let serverScopes: string[];
  beforeAll(async () => {
    const metadata = await browser.get(
      `${path && `/oauth2${path}`}/.well-known/openid-configuration`,
    );
    serverScopes = (await metadata.json()).scopes_supported;
  });

  describe.each(responseTypes)("for %s", (responseType) => {
    test.each(scopeSets.map((scopes) => [scopes.join(" ") || "no scope", scopes] as const))(
      "and %s",
      async (_name, scopes) => {
        const predicted = predict({ server, responseType, scopes, serverScopes });
        const answer = await ask(responseType, scopes);
        if (predicted.refusal) {
          expect(answer).toHaveProperty("error", predicted.refusal.error);
          return;
        }
        expect(answer.error).toBeUndefined();
        expectAsPredicted(predicted.idToken, readClaims(answer.id_token));
        expectAsPredicted(predicted.accessToken, readClaims(answer.access_token));
        if (predicted.userInfo) expectAsPredicted(predicted.userInfo, await askUserInfo(answer));
      },
    );
  });

  async function ask(response_type: string, scopes: readonly string[]) {
    const scope = scopes.length > 0 ? scopes.join(" ") : undefined;
    return readFragment(await browser.authorize({ response_type, scope, prompt: "none" }, path));
  }

  async function askUserInfo({ access_token }: Record<string, string>) {
    const answer = await browser.get(`/oauth2${path}/v1/userinfo`, {
      Authorization: `Bearer ${access_token}`,
    });
    expect(answer.status).toBe(200);
    const claims: JsonObject = await answer.json();
    return claims;
  }

  function expectAsPredicted(
    predicted: TokenPrediction | undefined,
    given: JsonObject | undefined,
  ): void {
    if (!predicted || !given) {
      expect([predicted, given]).toEqual([undefined, undefined]);
      return;
    }
    const groups = findGroupsClaims(given).map(({ name }) => name);
    if (predicted.groups !== "depends") expect(groups.length > 0).toBe(predicted.groups === "yes");
    expect(new Set(Object.keys(given).filter((name) => !groups.includes(name)))).toEqual(
      new Set(predicted.claims),
    );
  }
});

function readClaims(token: string | undefined): JsonObject | undefined {
  if (token === undefined) return undefined;
  const decoded = decodeJwt(token);
  return decoded.kind === "decoded" ? decoded.claims : undefined;
}

function listSubsets([first, ...others]: readonly string[]): string[][] {
  if (first === undefined) return [[]];
  const without = listSubsets(others);
  return [...without, ...without.map((subset) => [first, ...subset])];
}
