import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../oidc/json.ts";
import { buildToken, nowSeconds, testClaims } from "../result/test-run.ts";
import { checkPair, checkPasted } from "./check-pasted.ts";
import { describePastedRun } from "./describe-pasted-run.ts";
import { inferRequest } from "./infer-request.ts";
import { parsePasted } from "./parse-pasted.ts";
import { buildPastedRun } from "./pasted-run.ts";

/** Returns what the page says about the first tokens, claims or response in a text. */
async function describeText(text: string) {
  const { parts } = parsePasted(text);
  const part = parts.find((it) => it.kind === "response" || it.kind === "claims");
  if (part?.kind !== "response" && part?.kind !== "claims") throw new Error("Nothing was found");
  const run = buildPastedRun(part, { number: 1, parts, nowSeconds });
  const results = [...checkPasted(run, nowSeconds), ...(await checkPair(run))];
  const checks = { status: "done", results } as const;
  const inferred = inferRequest(run, part.kind === "response" ? part.scopes : undefined, parts);
  const verdict = describePastedRun({ run, checks, inferred });
  return { verdict, checks: results, inferred, kind: run.pasted?.idTokenVerdict.kind };
}

const { fat, thin, orgAccessToken, customAccessToken, userInfo } = testClaims;
const custom = { iss: "https://dev-123.okta.com/oauth2/default" };
const { groups: _, ...fatWithoutGroups } = fat;
const { at_hash: __, ...thinWithoutHash } = thin;
const { GroupsClaim: ___, ...customWithoutGroups } = customAccessToken;

function redirect(tokens: Record<string, JsonObject>, scope?: string): string {
  const parameters = new URLSearchParams({
    ...Object.fromEntries(
      Object.entries(tokens).map(([name, claims]) => [name, buildToken(claims)]),
    ),
    ...(scope !== undefined && { scope }),
    state: "s",
  });
  return `https://app.example.com/cb#${parameters}`;
}

describe("a pasted ID token", () => {
  test.each<[string, string, string]>([
    ["without at_hash", buildToken(fat), "fat"],
    ["with at_hash and groups", buildToken({ ...fat, at_hash: "x" }), "fat"],
    ["with at_hash and email", buildToken(thin), "thin"],
    [
      "with at_hash and base claims",
      buildToken({ iss: fat.iss, sub: "1", at_hash: "x" }),
      "unknown",
    ],
    ["of a custom server, with at_hash", buildToken({ ...fat, ...custom, at_hash: "x" }), "thin"],
    [
      "next to an access token",
      redirect({ id_token: thinWithoutHash, access_token: orgAccessToken }),
      "thin",
    ],
    ["that is cut off", buildToken(fat).slice(0, 300), "unknown"],
    [
      "of another product",
      buildToken({ iss: "https://accounts.google.com", sub: "1", nonce: "n" }),
      "unknown",
    ],
    ["without an issuer", buildToken({ sub: "1234567890", name: "John Doe" }), "unknown"],
    [
      "that the token endpoint returned",
      JSON.stringify({
        id_token: buildToken({ ...fat, at_hash: "x" }),
        access_token: "y",
        token_type: "Bearer",
      }),
      "fat",
    ],
  ])("%s is %s", async (_case, text, kind) => {
    expect((await describeText(text)).kind).toBe(kind);
  });
});

describe("the verdict", () => {
  test.each<[string, string, string, RegExp]>([
    ["a fat ID token", buildToken(fat), "groups", /^Groups are in the ID token$/],
    ["a custom access token", buildToken(customAccessToken), "groups", /in the access token$/],
    ["UserInfo's response", JSON.stringify(userInfo), "groups", /in UserInfo$/],
    [
      "a redirect with both tokens",
      redirect({ id_token: thinWithoutHash, access_token: orgAccessToken }, "openid groups"),
      "none",
      /^No groups: the ID token is thin$/,
    ],
    [
      "a redirect without the groups scope",
      redirect({ id_token: fatWithoutGroups }, "openid profile"),
      "none",
      /^No groups: the groups scope was not requested$/,
    ],
    [
      "an ID token alone",
      buildToken(fatWithoutGroups),
      "none",
      /may not have been requested|may have no groups claim/,
    ],
    [
      "a thin ID token, without the access token that was next to it in the URL",
      redirect({ id_token: thin }),
      "none",
      /^No groups: the ID token is thin$/,
    ],
    [
      "an ID token that may be fat or thin",
      buildToken({ iss: fat.iss, sub: "1", at_hash: "x" }),
      "none",
      /may/,
    ],
    [
      "an org access token",
      buildToken(orgAccessToken),
      "none",
      /org access tokens never carry them/,
    ],
    [
      "an org access token with groups",
      buildToken({ ...orgAccessToken, groups: ["IT"] }),
      "none",
      /lists groups, but Okta’s org server never adds them/,
    ],
    ["a custom access token without groups", buildToken(customWithoutGroups), "none", /may/],
    [
      "a token of another product",
      buildToken({ iss: "https://accounts.google.com", sub: "1" }),
      "none",
      /^No groups in these claims$/,
    ],
    [
      "a service app's access token",
      buildToken({ ...custom, cid: "0oa1", sub: "0oa1", scp: ["reports"] }),
      "none",
      /is for an app, not a user$/,
    ],
    [
      "a logout token",
      buildToken({ iss: fat.iss, sub: "1", aud: "2" }, { alg: "RS256", typ: "logout+jwt" }),
      "none",
      /^Neither an ID token nor an access token$/,
    ],
    [
      "a signature that lacks its end",
      buildToken(fat).slice(0, -1),
      "groups",
      /^Groups are in the ID token$/,
    ],
    [
      "an access token of another product",
      buildToken(
        { iss: "https://tenant.auth0.com/", sub: "auth0|1", aud: ["https://api"] },
        { typ: "at+jwt", alg: "RS256" },
      ),
      "none",
      /^No groups in these claims$/,
    ],
    [
      "a token without an issuer",
      buildToken({ sub: "1234567890", name: "John Doe" }),
      "none",
      /^No groups in these claims$/,
    ],
    ["an unsigned token", buildToken(fat, { alg: "none" }), "failed", /it is unsigned$/],
    ["a token with a shared secret", buildToken(fat, { alg: "HS256" }), "failed", /shared secret$/],
    ["a cut-off token", buildToken(fat).slice(0, 300), "failed", /^The ID token is cut off$/],
    [
      "a token without its signature",
      buildToken(fat).split(".").slice(0, 2).join("."),
      "groups",
      /in the ID token$/,
    ],
    [
      "an error",
      "https://app.example.com/cb#error=access_denied&error_description=User+is+not+assigned+to+the+client+application.&state=s",
      "error",
      /not assigned/,
    ],
    ["an unknown error", "https://app.example.com/cb?error=teapot&state=s", "error", /./],
    ["a code", "https://app.example.com/cb?code=abc&state=s", "none", /^A code, and no token yet$/],
    [
      "an opaque access token",
      '{"access_token":"opaque-123","token_type":"Bearer"}',
      "none",
      /^An opaque access token$/,
    ],
    [
      "an encrypted token",
      "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d",
      "none",
      /encrypted/,
    ],
    ["a payload", JSON.stringify(fat), "groups", /in the ID token$/],
    [
      "a repeated parameter",
      "https://app.example.com/cb#id_token=a&id_token=b",
      "error",
      /can’t be parsed/,
    ],
  ])("has the right heading for %s", async (_case, text, tone, heading) => {
    const { verdict } = await describeText(text);
    expect(verdict.heading).toMatch(heading);
    expect(verdict.tone).toBe(tone);
  });

  test.each([
    ["openid", "The only scope is openid."],
    ["openid profile", "The scopes are openid profile."],
  ])("names the scopes %s", async (scope, sentence) => {
    const { verdict } = await describeText(redirect({ id_token: fatWithoutGroups }, scope));
    expect(verdict.sentences).toContain(sentence);
  });

  test("has a failed check named Complete token for a damaged token", async () => {
    const { checks } = await describeText(buildToken(fat).slice(0, 300));
    expect(checks).toMatchObject([{ name: "Complete token", status: "fail" }]);
  });

  test("doesn’t end a sentence with a filter if another sentence follows", async () => {
    const expired = { ...fatWithoutGroups, exp: nowSeconds - 3600 };
    const { verdict } = await describeText(redirect({ id_token: expired }, "openid groups"));
    expect(verdict.sentences.join(" ")).toMatch(/for all Okta groups\. The token expired/);
  });

  test.each([
    [
      "pasted",
      redirect({ id_token: thinWithoutHash, access_token: orgAccessToken }, "openid groups"),
      "was issued with it.",
    ],
    ["shown by at_hash alone", redirect({ id_token: thin }), "Its at_hash shows"],
  ])("says how the access token is known: %s", async (_how, text, words) => {
    const { verdict } = await describeText(text);
    expect(verdict.sentences.join(" ")).toContain(words);
  });

  test("doesn’t say that an access token was issued if nothing shows it", async () => {
    const { verdict } = await describeText(JSON.stringify({ ...fatWithoutGroups, sub: "1" }));
    const unsigned = await describeText(buildToken({ sub: "1" }).split(".").slice(0, 2).join("."));
    for (const { cause, others } of [verdict, unsigned.verdict]) {
      const observed = [cause, ...others].map((it) => it?.observed).join(" ");
      expect(observed).not.toMatch(/An access token was issued|at_hash/);
    }
  });

  test("says to copy the whole token if it is cut off", async () => {
    const cutOff = await describeText(buildToken(fat).slice(0, 300));
    expect(cutOff.verdict.sentences.join(" ")).toContain("Copy the whole token");
    const unsigned = await describeText(buildToken(fat, { alg: "none" }));
    expect(unsigned.verdict.sentences.join(" ")).not.toContain("Copy the whole token");
  });

  test("never calls a cause certain if the tokens don’t show it", async () => {
    const { verdict } = await describeText(buildToken(fatWithoutGroups));
    const causes = [verdict.cause, ...verdict.others].filter((it) => it !== undefined);
    expect(causes.map(({ id }) => id)).toContain("scope_not_requested");
    expect(causes.filter(({ certainty }) => certainty === "certain")).toEqual([]);
    const texts = causes.flatMap(({ title, observed }) => [title, observed]).join(" ");
    expect(texts).not.toMatch(/You requested|You sent|You also|you didn’t/);
  });

  test("does not say that the scopes are unknown if the response names them", async () => {
    const idToken = buildToken({ iss: fat.iss, sub: "1", at_hash: "x" });
    const response = JSON.stringify({ id_token: idToken, scope: "openid groups" });
    const { verdict } = await describeText(response);
    const causes = [verdict.cause, ...verdict.others];
    const observed = causes.find((it) => it?.id === "no_groups_claim_on_app")?.observed;
    expect(observed).toBe("The groups scope was requested, but there are no groups.");
  });

  test("never offers to call UserInfo", async () => {
    const text = redirect(
      { id_token: thinWithoutHash, access_token: orgAccessToken },
      "openid groups",
    );
    const { verdict } = await describeText(text);
    const userInfoCause = verdict.others.find(({ id }) => id === "call_userinfo");
    expect(userInfoCause?.title).toMatch(/UserInfo/);
    expect(userInfoCause?.change).toBeUndefined();
    expect([verdict.primary, ...verdict.secondary]).toEqual([undefined]);
  });

  test("says that a hash router moved the response, and still finds the groups", async () => {
    const { verdict } = await describeText(redirect({ id_token: fat }).replace("/cb#", "/#/cb?"));
    expect(verdict.heading).toBe("Groups are in the ID token");
    expect(verdict.others.map(({ id }) => id)).toContain("hash_router");
  });
});

describe("the checks", () => {
  test("find tokens that don’t belong together", async () => {
    const { checks, verdict } = await describeText(
      redirect({ id_token: thin, access_token: customAccessToken }),
    );
    expect(checks.find(({ id }) => id === "id_token.at_hash")?.status).toBe("fail");
    expect(verdict.heading).toMatch(/don’t belong together/);
  });

  test("never compare with a request", async () => {
    const { checks } = await describeText(buildToken(fat));
    expect(checks.filter(({ detail }) => /request of this tab/.test(detail))).toEqual([]);
    expect(checks.map(({ id }) => id)).toContain("id_token.exp");
  });

  test("are skipped for claims without a signature", async () => {
    const { checks } = await describeText(JSON.stringify(fat));
    expect(checks).toMatchObject([{ id: "id_token.signature", status: "skipped" }]);
  });
});

describe("the request behind the tokens", () => {
  test.each<[string, string, object]>([
    [
      "the tokens of a redirect",
      redirect({ id_token: thin, access_token: orgAccessToken }, "openid email"),
      { clientId: fat.aud, scopes: ["openid", "email"], responseTypes: ["id_token token"] },
    ],
    [
      "a custom access token",
      buildToken(customAccessToken),
      { issuer: { server: { kind: "custom", id: "default" } }, scopes: ["openid"] },
    ],
    [
      "an ID token, without the scopes",
      buildToken(fat),
      { scopes: undefined, responseTypes: ["id_token"] },
    ],
    [
      "a fat token with at_hash, which is the code flow’s",
      buildToken({ ...fat, at_hash: "x" }),
      { responseTypes: ["code"] },
    ],
    [
      "the authorize URL with the same state",
      `https://dev-123.okta.com/oauth2/v1/authorize?client_id=0oa1&response_type=code+id_token&scope=openid&redirect_uri=x&state=s ${redirect({ id_token: fat })}`,
      { scopes: ["openid"], responseTypes: ["code id_token"] },
    ],
  ])("is inferred from %s", async (_case, text, expected) => {
    expect((await describeText(text)).inferred).toMatchObject(expected);
  });
});
