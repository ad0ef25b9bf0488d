import { describe, expect, test } from "vitest";
import { findMember, parseJson, parseJsonObject } from "./json.ts";

describe(parseJson, () => {
  test.each([
    ["null", null],
    ['{"a":[1,"é",{}]}', { a: [1, "é", {}] }],
    [`${"[".repeat(99)}${"]".repeat(99)}`, expect.anything()],
  ])("parses %s", (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  test.each([
    "",
    "{",
    "undefined",
    `${"[".repeat(101)}${"]".repeat(101)}`,
    `${'{"a":'.repeat(200)}1${"}".repeat(200)}`,
  ])("returns undefined for %s", (text) => {
    expect(parseJson(text)).toBeUndefined();
  });
});

test.each(["[]", "null", '"{}"', "1"])("%s is JSON, but not an object", (text) => {
  expect(parseJsonObject(text)).toBeUndefined();
});

test("findMember finds only an object's own members", () => {
  expect(findMember(JSON.parse('{"__proto__":1}'), "__proto__")).toBe(1);
  expect(findMember({}, "constructor")).toBeUndefined();
  expect(findMember({}, "__proto__")).toBeUndefined();
});
