import { describe, expect, test } from "vitest";
import { escapeHidden, indentJson, inlineJson } from "./indent-json.ts";

describe(indentJson, () => {
  test.each([
    ["a string", '"a"', '"a"'],
    ["empty containers", '{"a":[],"b":{}}', '{\n  "a": [],\n  "b": {}\n}'],
    [
      "nested containers",
      '{"a":[1,{"b":2}]}',
      '{\n  "a": [\n    1,\n    {\n      "b": 2\n    }\n  ]\n}',
    ],
    ["text that is indented already", '{\n\t"a" : [ 1 ]\n}', '{\n  "a": [\n    1\n  ]\n}'],
    [
      "structural characters in strings",
      '["a, b", "{", "\\"]"]',
      '[\n  "a, b",\n  "{",\n  "\\"]"\n]',
    ],
  ])("indents %s", (_what, text, indented) => {
    expect(indentJson(text)).toBe(indented);
  });

  test.each([
    ["numbers beyond 2^53", "9007199254740993"],
    ["numbers beyond the range", "1e400"],
    ["trailing zeros", "1.50"],
    ["escapes", '"\\u0041\\/"'],
  ])("keeps %s as they were written", (_what, text) => {
    expect(indentJson(`[${text}]`)).toBe(`[\n  ${text}\n]`);
  });

  test("keeps duplicate members", () => {
    expect(indentJson('{"a":1,"a":2}')).toBe('{\n  "a": 1,\n  "a": 2\n}');
  });

  test("indents from the given depth", () => {
    expect(indentJson("[1]", 1)).toBe("[\n    1\n  ]");
  });

  test("indents a string of a million characters", () => {
    const text = JSON.stringify({ a: '\\"'.repeat(500_000) });
    expect(JSON.parse(indentJson(text))).toEqual(JSON.parse(text));
  });
});

describe(inlineJson, () => {
  test.each([
    ['["openid","groups"]', '["openid", "groups"]'],
    ['{ "a" :\n[1,"b, c"] }', '{"a": [1, "b, c"]}'],
  ])("writes %s on one line", (text, line) => {
    expect(inlineJson(text)).toBe(line);
  });
});

test.each([
  ["a zero width space", '"IT\u200b"', '"IT\\u200b"'],
  ["a character of two units", '"\u{e0041}"', '"\\udb40\\udc41"'],
  ["nothing else", '{\n  "état": "管理者 👩‍🚀"\n}', '{\n  "état": "管理者 👩‍🚀"\n}'],
])("escapeHidden escapes %s", (_what, json, escaped) => {
  expect(escapeHidden(json)).toBe(escaped);
  expect(JSON.parse(escaped)).toEqual(JSON.parse(json));
});
