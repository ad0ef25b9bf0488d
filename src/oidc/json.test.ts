import { describe, expect, test } from "vitest";
import { parseJson, parseJsonObject, readMember } from "./json.ts";

describe(parseJson, () => {
  test.each([
    ["null", null],
    ['{"a":[1,"é",{}]}', { a: [1, "é", {}] }],
    [`${"[".repeat(99)}${"]".repeat(99)}`, expect.anything()],
  ])("reads %s", (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  test.each([
    "",
    "{",
    "undefined",
    `${"[".repeat(101)}${"]".repeat(101)}`,
    `${'{"a":'.repeat(200)}1${"}".repeat(200)}`,
  ])("does not take for JSON: %s", (text) => {
    expect(parseJson(text)).toBeUndefined();
  });
});

test.each(["[]", "null", '"{}"', "1"])("%s is JSON, but no object", (text) => {
  expect(parseJsonObject(text)).toBeUndefined();
});

test("a member is found only where the object itself has it", () => {
  expect(readMember(JSON.parse('{"__proto__":1}'), "__proto__")).toBe(1);
  expect(readMember({}, "constructor")).toBeUndefined();
  expect(readMember({}, "__proto__")).toBeUndefined();
});
