import { describe, expect, test } from "vitest";
import { parseClaimsSet } from "../../../oidc/claims-set.ts";
import { describeSize, measureJson, measureToken } from "./token-size.ts";

function sign(claims: string): { raw: string; members: ReturnType<typeof membersOf> } {
  return {
    raw: `eyJ9.${Buffer.from(claims).toString("base64url")}.c2ln`,
    members: membersOf(claims),
  };
}

function membersOf(text: string) {
  return parseClaimsSet(text)?.members ?? [];
}

describe(measureToken, () => {
  test.each([
    ["a group", '{"sub":"a","groups":["IT"]}'],
    ["groups with accents", '{"sub":"a","groups":["état","管理者"]}'],
    [
      "a long list",
      JSON.stringify({ sub: "a", groups: Array.from({ length: 500 }, (_, i) => `Group ${i}`) }),
    ],
  ])("measures how much shorter the token would be without %s", (_what, text) => {
    const { groups: _groups, ...rest } = JSON.parse(text);
    const { raw, members } = sign(text);
    const without = sign(JSON.stringify(rest));
    expect(measureToken(raw, members)).toEqual({
      bytes: raw.length,
      groupBytes: raw.length - without.raw.length,
    });
  });

  test("counts 0 bytes for groups in a token without groups", () => {
    const { raw, members } = sign('{"sub":"a","amr":["pwd"]}');
    expect(measureToken(raw, members).groupBytes).toBe(0);
  });

  test.each([1, 2, 3, 4])(
    "counts 0 bytes for groups in a token that is %i characters too short",
    (cut) => {
      const { raw, members } = sign('{"sub":"a","amr":["pwd"]}');
      const [header, payload = ""] = raw.split(".");
      expect(measureToken(`${header}.${payload.slice(0, -cut)}`, members).groupBytes).toBe(0);
    },
  );
});

test("UserInfo is measured in bytes, not characters", () => {
  const text = '{"sub":"é","groups":["é"]}';
  expect(measureJson(text, membersOf(text))).toEqual({ bytes: 28, groupBytes: 16 });
});

test.each([
  [{ bytes: 1204, groupBytes: 38 }, "1,204 bytes, 38 for groups"],
  [{ bytes: 900, groupBytes: 0 }, "900 bytes"],
])("a size is described in words: %o", (size, words) => {
  expect(describeSize(size)).toBe(words);
});
