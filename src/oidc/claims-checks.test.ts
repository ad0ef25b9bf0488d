import { describe, expect, test } from "vitest";
import {
  checkAccessToken,
  checkIdToken,
  checkSameUser,
  checkState,
  type IdTokenToCheck,
} from "./claims-checks.ts";
import type { JsonObject } from "./json.ts";
import { type DecodedJwt, decodeJwt } from "./jwt.ts";

const encrypted = "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.b.c.d.e";

const nowSeconds = 1_795_000_000;
const expected = { issuer: "https://dev-1.okta.com", clientId: "0oa1", nonce: "n" };
const validHeader = { kid: "k", alg: "RS256" };
const validClaims = {
  sub: "00u1",
  iss: expected.issuer,
  aud: expected.clientId,
  iat: nowSeconds - 10,
  exp: nowSeconds + 3590,
  nonce: expected.nonce,
};

function decode(claims: JsonObject, header: JsonObject = validHeader): DecodedJwt {
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
    hasCode: false,
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
  ])("fails %s, and gives the reason", (_case, expected, received, isRepeat, words) => {
    const { status, detail } = checkState({ expected, received, isRepeat });
    expect(status).toBe("fail");
    expect(detail).toContain(words);
  });
});

describe(checkIdToken, () => {
  test("passes a valid token in every check", () => {
    const checks = check(
      { ...validClaims, aud: ["0oa1"], azp: "0oa1", nbf: nowSeconds, at_hash: "x" },
      { hasAccessToken: true },
    );
    expect(checks.filter(({ status }) => status !== "pass")).toEqual([]);
    expect(checks.map(({ id }) => id.replace("id_token.", ""))).toEqual(
      "alg iss aud azp exp iat nbf sub nonce at_hash_present".split(" "),
    );
  });

  const { sub: _sub, ...withoutSubject } = validClaims;
  const { exp: _exp, ...withoutExpiry } = validClaims;
  const { iat: _iat, ...withoutIssuedAt } = validClaims;
  const { nonce: _nonce, ...withoutNonce } = validClaims;

  test.each<[string, JsonObject, string]>([
    ["another issuer", { ...validClaims, iss: "https://dev-1.okta.com/oauth2/default" }, "iss"],
    ["an issuer with a trailing slash", { ...validClaims, iss: "https://dev-1.okta.com/" }, "iss"],
    ["an issuer in a list", { ...validClaims, iss: ["https://dev-1.okta.com"] }, "iss"],
    ["another audience", { ...validClaims, aud: "0oa2" }, "aud"],
    ["another audience beside the client", { ...validClaims, aud: ["0oa1", "0oa2"] }, "aud"],
    ["another authorized party", { ...validClaims, azp: "0oa2" }, "azp"],
    ["an authorized party that is not a string", { ...validClaims, azp: null }, "azp"],
    [
      "an expiry long past",
      { ...validClaims, iat: nowSeconds - 4000, exp: nowSeconds - 400 },
      "exp",
    ],
    ["no expiry", withoutExpiry, "exp"],
    ["an expiry in words", { ...validClaims, exp: "tomorrow" }, "exp"],
    ["an expiry as a string", { ...validClaims, exp: String(nowSeconds + 3590) }, "exp"],
    ["an expiry out of range", { ...validClaims, exp: 1e300 }, "exp"],
    ["no time of issue", withoutIssuedAt, "iat"],
    ["a time of issue that is not a number", { ...validClaims, iat: true }, "iat"],
    ["a time of issue in the future", { ...validClaims, iat: nowSeconds + 600 }, "iat"],
    [
      "a time of issue after the expiry",
      { ...validClaims, iat: nowSeconds + 60, exp: nowSeconds + 30 },
      "iat",
    ],
    ["a start in the future", { ...validClaims, nbf: nowSeconds + 600 }, "nbf"],
    ["a start that is not a number", { ...validClaims, nbf: "now" }, "nbf"],
    ["no subject", withoutSubject, "sub"],
    ["an empty subject", { ...validClaims, sub: "" }, "sub"],
    ["a subject that is a number", { ...validClaims, sub: 1 }, "sub"],
    ["no nonce", withoutNonce, "nonce"],
    ["another nonce", { ...validClaims, nonce: "m" }, "nonce"],
  ])("fails exactly one check for %s", (_case, claims, id) => {
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
    expect(failedIds(check({}, { decoded: decode(validClaims, header) }))).toEqual([
      `id_token.${id}`,
    ]);
  });

  test("fails a token without at_hash if there is an access token", () => {
    expect(failedIds(check(validClaims, { hasAccessToken: true }))).toEqual([
      "id_token.at_hash_present",
    ]);
  });

  test("skips the comparisons that need a request, and gives the reason", () => {
    const unknown = { issuer: undefined, clientId: undefined, nonce: undefined };
    const skipped = check({ ...validClaims, azp: "0oa1" }, { expected: unknown }).filter(
      ({ status }) => status === "skipped",
    );
    expect(skipped.map(({ id }) => id)).toEqual([
      "id_token.iss",
      "id_token.aud",
      "id_token.azp",
      "id_token.nonce",
    ]);
    for (const { detail } of skipped) expect(detail).toContain("no matching request");
  });

  test.each(["", "a", "a.b", "a.b.c.d", "!.!.!"])("fails a text that is not a JWT: %o", (token) => {
    expect(failedIds(check({}, { decoded: decodeJwt(token) }))).toEqual(["id_token.format"]);
  });

  test("skips an encrypted token", () => {
    expect(check({}, { decoded: decodeJwt(encrypted) })).toMatchObject([{ status: "skipped" }]);
  });

  test("shortens a long value", () => {
    const checks = check({ ...validClaims, iss: "x".repeat(1_000_000) });
    const detail = checks.find(({ id }) => id === "id_token.iss")?.detail ?? "";
    expect(detail).toContain('should be "https://dev-1.okta.com", but is "xxx');
    expect(detail.length).toBeLessThan(300);
  });

  test("ignores inherited properties", () => {
    const checks = check({}, { expected: { ...expected, nonce: "n" } });
    const passed = checks.filter(({ status }) => status === "pass").map(({ id }) => id);
    expect(passed).toEqual(["id_token.alg"]);
  });
});

describe(checkAccessToken, () => {
  const token = { expected, opaqueBecause: undefined, nowSeconds };

  test("passes a custom server's token, and leaves the audience to the API", () => {
    const decoded = decode({ ...validClaims, aud: "api://default" });
    const checks = checkAccessToken({ ...token, decoded });
    expect(failedIds(checks)).toEqual([]);
    expect(checks.find(({ id }) => id === "access_token.aud")).toMatchObject({
      status: "skipped",
      detail: expect.stringContaining('"api://default"'),
    });
  });

  test.each<[string, JsonObject, JsonObject, string]>([
    ["another issuer", { ...validClaims, iss: "https://evil.example" }, validHeader, "iss"],
    [
      "an expiry long past",
      { ...validClaims, iat: nowSeconds - 9000, exp: nowSeconds - 4000 },
      validHeader,
      "exp",
    ],
    ["another algorithm", validClaims, { alg: "none" }, "alg"],
  ])("fails %s", (_case, claims, header, id) => {
    const decoded = decode(claims, header);
    expect(failedIds(checkAccessToken({ ...token, decoded }))).toEqual([`access_token.${id}`]);
  });

  test("fails a token that should be a JWT and is not", () => {
    expect(failedIds(checkAccessToken({ ...token, decoded: decodeJwt("opaque") }))).toEqual([
      "access_token.format",
    ]);
  });

  describe("with an opaque token", () => {
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

    test("returns only the note that the token is opaque if the token can't be decoded", () => {
      const decoded = decodeJwt("opaque");
      expect(checkAccessToken({ ...token, decoded, opaqueBecause })).toMatchObject([opaqueNote]);
    });
  });
});

describe("the detail of a check", () => {
  const change: Partial<IdTokenToCheck> = { hasAccessToken: true };
  const { nonce: _nonce, sub: _sub, ...incomplete } = validClaims;

  test.each<[string, JsonObject, string]>([
    ["iss", validClaims, 'iss is "https://dev-1.okta.com", as expected.'],
    [
      "iss",
      { ...validClaims, iss: "https://dev-1.okta.com\u200b" },
      'iss should be "https://dev-1.okta.com", but is "https://dev-1.okta.com\\u200b".',
    ],
    ["nonce", incomplete, 'The token has no nonce. It should be "n".'],
    ["sub", validClaims, 'sub is the user "00u1".'],
    ["sub", incomplete, "The token has no sub, so it doesn’t say who the user is."],
    [
      "at_hash_present",
      validClaims,
      "The ID token has no at_hash, so either token may have been replaced.",
    ],
  ])("says what was expected and what was received: %s", (id, claims, detail) => {
    const found = check(claims, change).find((it) => it.id === `id_token.${id}`);
    expect(found?.detail).toBe(detail);
  });
});

describe("a hybrid flow", () => {
  test("requires a c_hash in the ID token that is returned with a code", () => {
    expect(failedIds(check(validClaims, { hasCode: true }))).toEqual(["id_token.c_hash_present"]);
    expect(failedIds(check({ ...validClaims, c_hash: "x" }, { hasCode: true }))).toEqual([]);
  });

  test.each([
    ["the same user", {}, "pass"],
    ["another user", { sub: "00u2" }, "fail"],
    ["another issuer", { iss: "https://dev-1.okta.com/oauth2/default" }, "fail"],
  ])("compares the users of both ID tokens: %s", (_case, change, status) => {
    const second = decode({ ...validClaims, ...change });
    expect(checkSameUser(decode(validClaims), second)?.status).toBe(status);
  });

  test("has no comparison if one ID token is missing or can't be decoded", () => {
    expect(checkSameUser(undefined, decode(validClaims))).toBeUndefined();
    expect(checkSameUser(decode(validClaims), decodeJwt(encrypted))).toBeUndefined();
  });
});
