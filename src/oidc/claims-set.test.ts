import { describe, expect, test } from "vitest";
import { type ClaimsMember, type JsonNote, parseClaimsSet } from "./claims-set.ts";

function parseMembers(text: string): readonly ClaimsMember[] {
  const set = parseClaimsSet(text);
  expect(set).toBeDefined();
  return set?.members ?? [];
}

const inexact = (sent: string): JsonNote => ({ code: "inexact_number", sent });
const duplicate = (name: string): JsonNote => ({ code: "duplicate_member", name });

describe(parseClaimsSet, () => {
  test("returns the values, and the members in the order sent with their exact source", () => {
    const text =
      ' { "sub" : "00u\\u0031" ,"2":[ 1, {"a":"}],\\"{"} ],\n\t"1":{ },"a":1.50,"t":true,"f":false,"n":null,"e":[] } ';
    const set = parseClaimsSet(text);
    expect(set?.text).toBe(text);
    expect(set?.claims).toEqual(JSON.parse(text));
    expect(set?.members).toEqual([
      { name: "sub", value: "00u1", source: '"00u\\u0031"', notes: [] },
      { name: "2", value: [1, { a: '}],"{' }], source: '[ 1, {"a":"}],\\"{"} ]', notes: [] },
      { name: "1", value: {}, source: "{ }", notes: [] },
      { name: "a", value: 1.5, source: "1.50", notes: [] },
      { name: "t", value: true, source: "true", notes: [] },
      { name: "f", value: false, source: "false", notes: [] },
      { name: "n", value: null, source: "null", notes: [] },
      { name: "e", value: [], source: "[]", notes: [] },
    ]);
  });

  test("returns no members for an empty object", () => {
    expect(parseMembers(" {\n} ")).toEqual([]);
  });

  test.each([
    ["a quote", '"a\\"b"'],
    ["a backslash at the end", '"a\\\\"'],
    ["a backslash and a quote", '"a\\\\\\"b\\\\\\\\"'],
    ["brackets and commas", '"],},:[{"'],
    ["characters beyond ASCII", '"état 管理者 👋"'],
    ["half a character", '"\\ud83d"'],
  ])("keeps a string with %s in one piece", (_case, source) => {
    const members = parseMembers(`{"a":${source},${source}:1}`);
    expect(members).toMatchObject([
      { name: "a", source, value: JSON.parse(source) },
      { name: JSON.parse(source), source: "1" },
    ]);
  });

  test.each([
    "0",
    "-0",
    "-0.0e5",
    "1.0",
    "1e2",
    "1E+2",
    "100e-2",
    "0.1",
    "0.30000000000000004",
    "9007199254740992",
    "1e23",
    "100000000000000000000000",
    "5e-324",
    "1.7976931348623157e308",
    "0e99999999999999999999",
    "-1795000000.500",
  ])("accepts %s, which JavaScript represents exactly", (number) => {
    expect(parseMembers(`{"n":${number}}`)).toEqual([
      { name: "n", value: JSON.parse(number), source: number, notes: [] },
    ]);
  });

  test.each([
    "9007199254740993",
    "-9007199254740993",
    "12345678901234567890",
    "0.1234567890123456789012",
    "1e400",
    "-1e400",
    "1e-400",
    "1e-99999999999999999999",
    "1.00000000000000000001",
    "1152921504606846976",
  ])("notes that JavaScript can't represent %s exactly", (number) => {
    expect(parseMembers(`{"n":[true,{"m": ${number} }]}`)).toMatchObject([
      { notes: [inexact(number)] },
    ]);
  });

  test("returns all duplicate members with their values, although JSON.parse keeps only the last", () => {
    const set = parseClaimsSet(
      '{"groups":["IT"],"sub":"00u1","gr\\u006fups":[1,9007199254740993]}',
    );
    expect(set?.claims.groups).toEqual([1, 9007199254740992]);
    expect(set?.members).toEqual([
      { name: "groups", value: ["IT"], source: '["IT"]', notes: [duplicate("groups")] },
      { name: "sub", value: "00u1", source: '"00u1"', notes: [] },
      {
        name: "groups",
        value: [1, 9007199254740992],
        source: "[1,9007199254740993]",
        notes: [duplicate("groups"), inexact("9007199254740993")],
      },
    ]);
  });

  test("notes a duplicate member of a nested object once, and doesn't note the same name in different objects", () => {
    expect(parseMembers('{"a":[{"x":1,"y":{"z":1,"z":2,"z":3}},{"x":2}],"x":1}')).toMatchObject([
      { name: "a", notes: [duplicate("z")] },
      { name: "x", notes: [] },
    ]);
  });

  test("notes the same inexact number once, and distinguishes it from a member name with the same text", () => {
    expect(parseMembers('{"a":[1e400,1e400,{"1e400":1,"1e400":2}]}')).toMatchObject([
      { notes: [inexact("1e400"), duplicate("1e400")] },
    ]);
  });

  test("parses members with the names of properties that every JavaScript object has", () => {
    const text =
      '{"__proto__":{"groups":["Admin"]},"constructor":1,"a":{"__proto__":1,"__proto__":2}}';
    expect(parseMembers(text)).toMatchObject([
      { name: "__proto__", value: { groups: ["Admin"] }, notes: [] },
      { name: "constructor", value: 1, notes: [] },
      { name: "a", notes: [duplicate("__proto__")] },
    ]);
    expect(parseMembers('{"__proto__":1,"__proto__":2}')).toEqual([
      { name: "__proto__", value: 1, source: "1", notes: [duplicate("__proto__")] },
      { name: "__proto__", value: 2, source: "2", notes: [duplicate("__proto__")] },
    ]);
  });

  test.each([
    "",
    "[]",
    "null",
    '"{}"',
    "{a:1}",
    '{"a":1,}',
    `${'{"a":'.repeat(101)}1${"}".repeat(101)}`,
  ])("returns undefined for %s", (text) => {
    expect(parseClaimsSet(text)).toBeUndefined();
  });

  test.each([
    [
      "20,000 groups",
      JSON.stringify({ groups: Array.from({ length: 20_000 }, (_, i) => `Gruppe ${i} état`) }),
    ],
    ["a megabyte of escaped quotes", JSON.stringify({ a: '"\\'.repeat(250_000) })],
    ["a number with a megabyte of zeros", `{"a":1.${"0".repeat(1_000_000)}1}`],
    ["100,000 duplicate members", `{${Array.from({ length: 100_000 }, () => '"a":1').join(",")}}`],
  ])("parses %s in linear time", (_case, text) => {
    // Quadratic time would take minutes, far beyond the runner's limit.
    parseMembers(text);
  });
});
