import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { decodeJwt } from "./jwt.ts";

const secret = new Uint8Array(32);

function encode(text: string | Uint8Array): string {
  return Buffer.from(text).toString("base64url");
}

function makeToken(payload: string | Uint8Array, header: string | Uint8Array = '{"alg":"RS256"}') {
  return `${encode(header)}.${encode(payload)}.c2ln`;
}

describe(decodeJwt, () => {
  test("decodes the header and claims of a token from another library", async () => {
    const claims = { sub: "00u1", groups: ["Everyone", "état", "管理者", "👩🏽‍💻", "Sales, EMEA"] };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: "k" })
      .sign(secret);
    expect(decodeJwt(token)).toMatchObject({
      kind: "decoded",
      header: { alg: "HS256", kid: "k" },
      claims,
    });
  });

  test.each([
    ["a short payload", 1],
    ["a payload too long for jwt-decode", 1_000],
  ])("returns the claims of %s with their exact source", (_case, count) => {
    const text = `{"id": 9007199254740993, "groups": [${'"Everyone",'.repeat(count)}"\\u0049T"]}`;
    expect(decodeJwt(makeToken(text))).toMatchObject({
      text,
      members: [
        { name: "id", source: "9007199254740993", notes: [{ code: "inexact_number" }] },
        { name: "groups", source: text.slice(text.indexOf("["), -1), notes: [] },
      ],
    });
  });

  test("decodes a payload with many - and _", () => {
    const claims = { groups: ["ÿ?ÿ?ÿ?ÿ", "~~~???>>>", "\u{10FFFF}ûûû"] };
    const token = makeToken(JSON.stringify(claims));
    expect(token).toMatch(/-.*_|_.*-/);
    expect(decodeJwt(token)).toMatchObject({ claims });
  });

  test("decodes a token without a signature", () => {
    expect(decodeJwt(`${encode('{"alg":"none"}')}.${encode("{}")}.`)).toMatchObject({
      kind: "decoded",
      header: { alg: "none" },
    });
  });

  test("keeps claims with the names of properties that every JavaScript object has", () => {
    const decoded = decodeJwt(makeToken('{"__proto__":{"groups":["Admin"]},"constructor":1}'));
    expect(decoded.kind === "decoded" && Object.keys(decoded.claims)).toEqual([
      "__proto__",
      "constructor",
    ]);
    expect(decoded).not.toHaveProperty("claims.groups");
  });

  test.each([
    ["an empty text", "", { code: "empty" }],
    ["1 part", "opaque", { code: "wrong_segment_count", count: 1 }],
    ["2 parts", "a.b", { code: "wrong_segment_count", count: 2 }],
    ["4 parts", `${makeToken("{}")}.x`, { code: "wrong_segment_count", count: 4 }],
    [
      "an encrypted token",
      `${encode('{"alg":"RSA-OAEP-256","enc":"A256GCM"}')}.b.c.d.e`,
      { code: "encrypted" },
    ],
    ["5 parts", "a.b.c.d.e", { code: "wrong_segment_count", count: 5 }],
    ["5 empty parts", "....", { code: "wrong_segment_count", count: 5 }],
    [
      "5 parts after the header of a signed token",
      `${encode('{"alg":"RS256"}')}.b.c.d.e`,
      { code: "wrong_segment_count", count: 5 },
    ],
    [
      "5 parts after a header whose enc is not a string",
      `${encode('{"alg":"dir","enc":true}')}.b.c.d.e`,
      { code: "wrong_segment_count", count: 5 },
    ],
    ["6 parts", "a.b.c.d.e.f", { code: "wrong_segment_count", count: 6 }],
    ["700,001 parts", ".".repeat(700_000), { code: "wrong_segment_count", count: 6 }],
    ["plain base64", "a+b/.e30.c2ln", { code: "not_base64url", segment: "header" }],
    [
      "padding",
      `${encode('{"alg":"RS256"}')}.e30=.c2ln`,
      { code: "not_base64url", segment: "payload" },
    ],
    [
      "a line break",
      `${encode('{"alg":"RS256"}')}.e3\n0.c2ln`,
      { code: "not_base64url", segment: "payload" },
    ],
    [
      "a segment of an impossible length",
      `${encode('{"alg":"RS256"}')}.e30.c2lnA`,
      { code: "not_base64url", segment: "signature" },
    ],
    [
      "unused bits that are not zero",
      `${encode('{"alg":"RS256"}')}.e31.c2ln`,
      { code: "not_base64url", segment: "payload" },
    ],
    [
      "bytes that are not UTF-8",
      makeToken(Buffer.from('{"a":"\xe9"}', "latin1")),
      { code: "not_utf8", segment: "payload" },
    ],
    ["a byte order mark", makeToken("\uFEFF{}"), { code: "not_json", segment: "payload" }],
    ["something other than JSON", makeToken("{a:1}"), { code: "not_json", segment: "payload" }],
    [
      "JSON nested 100,000 levels deep",
      makeToken(`{"groups":${"[".repeat(100_000)}${"]".repeat(100_000)}}`),
      { code: "not_json", segment: "payload" },
    ],
    ["an array", makeToken("[1]"), { code: "not_an_object", segment: "payload" }],
    ["null", makeToken("null"), { code: "not_an_object", segment: "payload" }],
    [
      "a header that is a string",
      makeToken("{}", '"RS256"'),
      { code: "not_an_object", segment: "header" },
    ],
  ])("returns the problem of %s", (_case, token, problem) => {
    expect(decodeJwt(token)).toEqual({ kind: "undecodable", problem });
  });

  test("decodes a megabyte with 20,000 groups", () => {
    const groups = Array.from({ length: 20_000 }, (_, index) => `Группа ${index}, état 管理者 👋`);
    const token = makeToken(JSON.stringify({ groups }));
    expect(token.length).toBeGreaterThan(1_000_000);
    expect(decodeJwt(token)).toMatchObject({ kind: "decoded", claims: { groups } });
  });
});
