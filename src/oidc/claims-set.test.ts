import { describe, expect, test } from "vitest";
import { parseClaimsSet } from "./claims-set.ts";

const membersOf = (text: string) => parseClaimsSet(text)?.members;

describe(parseClaimsSet, () => {
  test("keeps members in order with their exact text", () => {
    expect(membersOf(' { "b" : [ "x, \\"]" , 1.50 ] ,"__proto__": {"a":null},"c":true } ')).toEqual(
      [
        { name: "b", value: ['x, "]', 1.5], source: '[ "x, \\"]" , 1.50 ]', notes: [] },
        { name: "__proto__", value: { a: null }, source: '{"a":null}', notes: [] },
        { name: "c", value: true, source: "true", notes: [] },
      ],
    );
  });

  test.each([
    "12345678901234567890",
    "9007199254740993",
    "1e400",
    "0.1234567890123456789012",
    "-9007199254740993",
  ])("notes that JavaScript can’t hold %s", (sent) => {
    expect(membersOf(`{"id":[{"n":${sent}}]}`)?.[0]?.notes).toEqual([
      { code: "inexact_number", sent },
    ]);
  });

  test.each([
    "9007199254740992",
    "1700000000",
    "1.50",
    "-0.0",
    "1e3",
    "1E+2",
    "100000000000000000000",
  ])("notes nothing about %s", (sent) => {
    expect(membersOf(`{"n":${sent}}`)?.[0]?.notes).toEqual([]);
  });

  test("keeps every duplicate member, and notes it", () => {
    expect(membersOf('{"sub":"a","x":1,"sub":"b"}')).toMatchObject([
      { name: "sub", value: "a", notes: [{ code: "duplicate_member", name: "sub" }] },
      { name: "x", notes: [] },
      { name: "sub", value: "b", notes: [{ code: "duplicate_member", name: "sub" }] },
    ]);
  });

  test("notes duplicates in nested objects, however they are escaped", () => {
    expect(membersOf('{"a":{"x":1,"\\u0078":2}}')?.[0]?.notes).toEqual([
      { code: "duplicate_member", name: "x" },
    ]);
  });

  test.each(["", "[]", "1", "null", '{"a":1', '{"a":01}'])("refuses %s", (text) => {
    expect(parseClaimsSet(text)).toBeUndefined();
  });
});
