import { describe, expect, test } from "vitest";
import { describeRun, hasManyOrgs, isUntrusted } from "./describe-run.ts";
import { buildRun, buildTokenRequest, encryptedToken, nowSeconds, testClaims } from "./test-run.ts";

const { fat, thin, orgAccessToken, customAccessToken } = testClaims;
type Parts = Parameters<typeof buildRun>[0];

function describeInWords(parts: Parts, options?: Parameters<typeof describeRun>[1]): string {
  const { server, tokens, outcome } = describeRun(buildRun(parts), options);
  const end = outcome.kind === "groups" ? `${outcome.count} groups` : outcome.text;
  return `${server} · ${tokens} · ${end}`;
}

const code = { parameters: { code: "c" }, request: { responseType: "code" } } as const;
const toServer = (id: string) => ({ server: { kind: "custom", id } }) as const;
const own = { org: "own", orgUrl: "https://dev-9.okta.com" } as const;

describe(describeRun, () => {
  test.each<[string, Parts]>([
    ["Org · ID token · 2 groups", { idToken: fat }],
    ["Org · ID token · 2 groups", { idToken: { ...fat, exp: nowSeconds - 7200 } }],
    ["Org · both tokens · no groups", { idToken: thin, accessToken: orgAccessToken }],
    ["Org · ID token · encrypted", { idToken: encryptedToken }],
    [
      "Org · both tokens · odd access token",
      { idToken: thin, accessToken: { ...orgAccessToken, groups: ["IT"] } },
    ],
    [
      "default · access token · 2 groups",
      { accessToken: customAccessToken, request: toServer("default") },
    ],
    ["Org · ID token · refused", { parameters: { error: "access_denied" } }],
    ["Org · ID token · unreadable", { parameters: { nothing: "x" } }],
    ["Not requested · ID token · don’t trust", { idToken: fat, request: null }],
    [
      "Not requested · no token · don’t trust",
      { parameters: { error: "access_denied" }, request: null },
    ],
    [
      "Not requested · access token · unreadable",
      { parameters: { access_token: "a.b.c", expires_in: "soon" }, request: null },
    ],
    [
      "Not requested · ID token · don’t trust",
      { idToken: fat, parameters: { error: "access_denied" }, request: null },
    ],
    ["Not requested · code · don’t trust", { parameters: { code: "x" }, request: null }],
    ["Repeated · ID token · don’t trust", { idToken: fat, request: null, origin: "repeated" }],
    ["Org · ID token · don’t trust", { idToken: { ...fat, iss: "https://evil.example" } }],
    [
      "Org · both tokens · don’t trust",
      { idToken: fat, request: { responseType: "id_token token" } },
    ],
    [
      "Org · code · 2 groups",
      { ...code, tokenRequest: buildTokenRequest({ idToken: { ...fat, at_hash: "x" } }) },
    ],
    [
      "Org · code · refused",
      { ...code, tokenRequest: buildTokenRequest({ members: { error: "invalid_grant" } }) },
    ],
    ["Org · code · no tokens", { ...code, tokenRequest: buildTokenRequest({ status: 500 }) }],
    [
      "Org · code · exchanging…",
      { ...code, tokenRequest: { status: "sending", tokenEndpoint: undefined, codeVerifier: "v" } },
    ],
    [
      "Org · code · don’t trust",
      {
        ...code,
        tokenRequest: buildTokenRequest({ idToken: { ...fat, nonce: "another" } }),
      },
    ],
  ])("writes: %s", (words, parts) => {
    expect(describeInWords(parts)).toBe(words);
  });

  test("shortens a long server ID", () => {
    const request = toServer("a".repeat(100));
    expect(describeInWords({ accessToken: customAccessToken, request }).length).toBeLessThan(60);
  });

  test.each([
    ["Org · ID token · 2 groups", { idToken: { ...fat, team: ["IT", "Sales"] } }],
    ["Org · ID token · no groups", { idToken: { ...fat, groups: ["custom"] } }],
  ] as const)(
    "counts the claims that have groups according to the org's set-up: %s",
    (words, { idToken }) => {
      const claimOrigins = new Map([
        ["team", "groups"],
        ["groups", "other"],
      ] as const);
      const parts = { idToken: JSON.stringify(idToken), claimOrigins };
      expect(describeInWords(parts)).toBe(words);
    },
  );

  test.each([
    ["Demo org · ID token · 2 groups", { idToken: fat }],
    ["dev-9.okta.com · ID token · refused", { parameters: { error: "x" }, request: own }],
    [
      "dev-9.okta.com default · ID token · refused",
      { parameters: { error: "x" }, request: { ...own, ...toServer("default") } },
    ],
  ])("names the org if requested: %s", (words, parts) => {
    expect(describeInWords(parts, { namesOrg: true })).toBe(words);
  });
});

describe(isUntrusted, () => {
  test.each<[boolean, string, Parts]>([
    [false, "a requested token", { idToken: fat }],
    [false, "an expired token", { idToken: { ...fat, exp: nowSeconds - 7200 } }],
    [true, "a token for another app", { idToken: { ...fat, aud: "other" } }],
    [true, "a response that nobody requested", { idToken: fat, request: null }],
    [
      true,
      "a token type other than Bearer",
      { idToken: thin, accessToken: orgAccessToken, parameters: { token_type: "DPoP" } },
    ],
  ])("is %s for %s", (expected, _case, parts) => {
    expect(isUntrusted(buildRun(parts))).toBe(expected);
  });
});

describe(hasManyOrgs, () => {
  const demo = buildRun({ idToken: fat });
  const unexpected = buildRun({ idToken: fat, request: null });
  test("is true only if the runs are from two orgs", () => {
    expect(hasManyOrgs([demo, buildRun({ idToken: fat, request: own })])).toBe(true);
    expect(hasManyOrgs([demo, demo, unexpected])).toBe(false);
    expect(hasManyOrgs([])).toBe(false);
  });
});
