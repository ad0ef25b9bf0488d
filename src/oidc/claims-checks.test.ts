import { describe, expect, test } from "vitest";
import {
  checkAccessToken,
  checkIdToken,
  checkState,
  type IdTokenToCheck,
} from "./claims-checks.ts";
import type { JsonObject } from "./json.ts";
import { type DecodedJwt, decodeJwt } from "./jwt.ts";

const nowSeconds = 1_795_000_000;
const expected = { issuer: "https://dev-1.okta.com", clientId: "0oa1", nonce: "n" };
const soundHeader = { kid: "k", alg: "RS256" };
const soundClaims = {
  sub: "00u1",
  iss: expected.issuer,
  aud: expected.clientId,
  iat: nowSeconds - 10,
  exp: nowSeconds + 3590,
  nonce: expected.nonce,
};

function decode(claims: JsonObject, header: JsonObject = soundHeader): DecodedJwt {
  const [h, c] = [header, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  return decodeJwt(`${h}.${c}.c2ln`);
}

function check(claims: JsonObject, change: Partial<IdTokenToCheck> = {}) {
  return checkIdToken({
    decoded: decode(claims),
    expected,
    hasAccessToken: false,
    nowSeconds,
    ...change,
  });
}

function failedIds(checks: ReturnType<typeof checkIdToken>): readonly string[] {
  return checks.filter(({ status }) => status === "fail").map(({ id }) => id);
}

describe(checkState, () => {
  test("passes the state that this tab sent", () => {
    const state = { expected: "s", received: ["s"], isRepeat: false };
    expect(checkState(state).status).toBe("pass");
  });

  test.each([
    ["another state", "s", ["t"], false, "is not the one"],
    ["an empty state", "s", [""], false, "is not the one"],
    ["no state", "s", [], false, "has no state"],
    ["two states, one of them right", "s", ["s", "t"], false, "more than one state"],
    ["the same state twice", "s", ["s", "s"], false, "more than one state"],
    ["a state that this tab does not wait for", undefined, ["s"], false, "not waiting"],
    ["no state in a tab that waits for none", undefined, [], false, "has no state"],
    ["a state that was received before", "s", ["s"], true, "accepted only once"],
  ])("fails %s, and says so", (_case, expected, received, isRepeat, words) => {
    const { status, detail } = checkState({ expected, received, isRepeat });
    expect(status).toBe("fail");
    expect(detail).toContain(words);
  });
});

describe(checkIdToken, () => {
  test("passes a valid token in every check", () => {
    const checks = check(
      { ...soundClaims, aud: ["0oa1"], azp: "0oa1", nbf: nowSeconds, at_hash: "x" },
      { hasAccessToken: true },
    );
    expect(checks.filter(({ status }) => status !== "pass")).toEqual([]);
    expect(checks.map(({ id }) => id.replace("id_token.", ""))).toEqual(
      "alg iss aud azp exp iat nbf sub nonce at_hash_present".split(" "),
    );
  });

  const { sub: _sub, ...withoutSubject } = soundClaims;
  const { exp: _exp, ...withoutExpiry } = soundClaims;
  const { iat: _iat, ...withoutIssuedAt } = soundClaims;
  const { nonce: _nonce, ...withoutNonce } = soundClaims;

  test.each<[string, JsonObject, string]>([
    ["another issuer", { ...soundClaims, iss: "https://dev-1.okta.com/oauth2/default" }, "iss"],
    ["an issuer with a slash too many", { ...soundClaims, iss: "https://dev-1.okta.com/" }, "iss"],
    ["an issuer in a list", { ...soundClaims, iss: ["https://dev-1.okta.com"] }, "iss"],
    ["another audience", { ...soundClaims, aud: "0oa2" }, "aud"],
    ["more audiences than the client", { ...soundClaims, aud: ["0oa1", "0oa2"] }, "aud"],
    ["a foreign authorized party", { ...soundClaims, azp: "0oa2" }, "azp"],
    ["an authorized party that is no string", { ...soundClaims, azp: null }, "azp"],
    [
      "an expiry long past",
      { ...soundClaims, iat: nowSeconds - 4000, exp: nowSeconds - 400 },
      "exp",
    ],
    ["no expiry", withoutExpiry, "exp"],
    ["an expiry in words", { ...soundClaims, exp: "tomorrow" }, "exp"],
    ["an expiry as a string", { ...soundClaims, exp: String(nowSeconds + 3590) }, "exp"],
    ["an expiry beyond any calendar", { ...soundClaims, exp: 1e300 }, "exp"],
    ["no time of issue", withoutIssuedAt, "iat"],
    ["a time of issue that is no number", { ...soundClaims, iat: true }, "iat"],
    ["a time of issue to come", { ...soundClaims, iat: nowSeconds + 600 }, "iat"],
    [
      "a time of issue after the expiry",
      { ...soundClaims, iat: nowSeconds + 60, exp: nowSeconds + 30 },
      "iat",
    ],
    ["a start to come", { ...soundClaims, nbf: nowSeconds + 600 }, "nbf"],
    ["a start that is no number", { ...soundClaims, nbf: "now" }, "nbf"],
    ["no subject", withoutSubject, "sub"],
    ["an empty subject", { ...soundClaims, sub: "" }, "sub"],
    ["a subject that is a number", { ...soundClaims, sub: 1 }, "sub"],
    ["no nonce", withoutNonce, "nonce"],
    ["another nonce", { ...soundClaims, nonce: "m" }, "nonce"],
  ])("fails %s, and only that", (_case, claims, id) => {
    expect(failedIds(check(claims))).toEqual([`id_token.${id}`]);
  });

  test.each<[string, JsonObject, string]>([
    ["no algorithm", { kid: "k" }, "alg"],
    ["the algorithm none", { alg: "none" }, "alg"],
    ["another algorithm", { alg: "HS256" }, "alg"],
    ["the algorithm in lower case", { alg: "rs256" }, "alg"],
    ["an unknown extension", { alg: "RS256", crit: ["exp"] }, "crit"],
    ["an empty list of extensions", { alg: "RS256", crit: [] }, "crit"],
  ])("fails a header with %s", (_case, header, id) => {
    expect(failedIds(check({}, { decoded: decode(soundClaims, header) }))).toEqual([
      `id_token.${id}`,
    ]);
  });

  test("fails a token that came with an access token and has no at_hash", () => {
    expect(failedIds(check(soundClaims, { hasAccessToken: true }))).toEqual([
      "id_token.at_hash_present",
    ]);
  });

  test("skips what it can't compare without a request, and says so", () => {
    const unknown = { issuer: undefined, clientId: undefined, nonce: undefined };
    const skipped = check({ ...soundClaims, azp: "0oa1" }, { expected: unknown }).filter(
      ({ status }) => status === "skipped",
    );
    expect(skipped.map(({ id }) => id)).toEqual([
      "id_token.iss",
      "id_token.aud",
      "id_token.azp",
      "id_token.nonce",
    ]);
    for (const { detail } of skipped) expect(detail).toContain("No request of this tab");
  });

  test.each(["", "a", "a.b", "a.b.c.d", "!.!.!"])("fails what is not a token: %o", (token) => {
    expect(failedIds(check({}, { decoded: decodeJwt(token) }))).toEqual(["id_token.format"]);
  });

  test("skips an encrypted token", () => {
    expect(check({}, { decoded: decodeJwt("a.b.c.d.e") })).toMatchObject([{ status: "skipped" }]);
  });

  test("quotes a long value only in part", () => {
    const checks = check({ ...soundClaims, iss: "x".repeat(1_000_000) });
    const detail = checks.find(({ id }) => id === "id_token.iss")?.detail ?? "";
    expect(detail).toContain('should be "https://dev-1.okta.com", but is "xxx');
    expect(detail.length).toBeLessThan(300);
  });

  test("does not take inherited properties of an object for claims", () => {
    const checks = check({}, { expected: { ...expected, nonce: "n" } });
    const passed = checks.filter(({ status }) => status === "pass").map(({ id }) => id);
    expect(passed).toEqual(["id_token.alg"]);
  });
});

describe(checkAccessToken, () => {
  const token = { expected, opaqueBecause: undefined, nowSeconds };

  test("passes a custom server's token, and leaves the audience to the API", () => {
    const decoded = decode({ ...soundClaims, aud: "api://default" });
    const checks = checkAccessToken({ ...token, decoded });
    expect(failedIds(checks)).toEqual([]);
    expect(checks.find(({ id }) => id === "access_token.aud")).toMatchObject({
      status: "skipped",
      detail: expect.stringContaining('"api://default"'),
    });
  });

  test.each<[string, JsonObject, JsonObject, string]>([
    ["another issuer", { ...soundClaims, iss: "https://evil.example" }, soundHeader, "iss"],
    [
      "an expiry long past",
      { ...soundClaims, iat: nowSeconds - 9000, exp: nowSeconds - 4000 },
      soundHeader,
      "exp",
    ],
    ["another algorithm", soundClaims, { alg: "none" }, "alg"],
  ])("fails %s", (_case, claims, header, id) => {
    const decoded = decode(claims, header);
    expect(failedIds(checkAccessToken({ ...token, decoded }))).toEqual([`access_token.${id}`]);
  });

  test("fails a token that should be a JWT and is not", () => {
    expect(failedIds(checkAccessToken({ ...token, decoded: decodeJwt("opaque") }))).toEqual([
      "access_token.format",
    ]);
  });

  describe("of an opaque token", () => {
    const opaqueBecause = "It is for Okta alone.";
    const opaqueNote = { id: "access_token.format", status: "skipped", detail: opaqueBecause };
    const expiredClaims = { iss: expected.issuer, aud: "x", exp: 1 };

    test("checks the issuer, and nothing else", () => {
      const decoded = decode(expiredClaims, { alg: "none", crit: ["x"] });
      expect(checkAccessToken({ ...token, decoded, opaqueBecause })).toMatchObject([
        { id: "access_token.iss", status: "pass" },
        opaqueNote,
      ]);
    });

    test.each([
      ["another issuer", { ...expiredClaims, iss: "https://evil.example" }],
      ["no issuer", {}],
    ])("fails %s", (_case, claims) => {
      const decoded = decode(claims);
      expect(checkAccessToken({ ...token, decoded, opaqueBecause })).toMatchObject([
        { id: "access_token.iss", status: "fail" },
        opaqueNote,
      ]);
    });

    test("says only that it is opaque if it can't be decoded", () => {
      const decoded = decodeJwt("opaque");
      expect(checkAccessToken({ ...token, decoded, opaqueBecause })).toMatchObject([opaqueNote]);
    });
  });
});

describe("the sentence of a check", () => {
  const change: Partial<IdTokenToCheck> = { hasAccessToken: true };
  const { nonce: _nonce, sub: _sub, ...incomplete } = soundClaims;

  test.each<[string, JsonObject, string]>([
    ["iss", soundClaims, 'iss is "https://dev-1.okta.com", as expected.'],
    [
      "iss",
      { ...soundClaims, iss: "https://dev-1.okta.com\u200b" },
      'iss should be "https://dev-1.okta.com", but is "https://dev-1.okta.com\\u200b".',
    ],
    ["nonce", incomplete, 'The token has no nonce. It should be "n".'],
    ["sub", soundClaims, 'sub names the user "00u1".'],
    ["sub", incomplete, "The token has no sub, so it names no user."],
    [
      "at_hash_present",
      soundClaims,
      "The ID token has no at_hash, so either token may have been replaced.",
    ],
  ])("says what was expected and what was received: %s", (id, claims, detail) => {
    const found = check(claims, change).find((it) => it.id === `id_token.${id}`);
    expect(found?.detail).toBe(detail);
  });
});
