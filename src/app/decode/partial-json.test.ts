import { describe, expect, test } from "vitest";
import { parsePartialJson } from "./partial-json.ts";

const whole = '{"sub":"00u1","n":12,"groups":["Everyone","IT, EMEA"],"a":{"b":[true,null]}}';

describe(parsePartialJson, () => {
  test("returns a complete object unchanged", () => {
    expect(parsePartialJson(whole)).toEqual({
      sent: { object: JSON.parse(whole), text: whole },
      endOffset: undefined,
    });
  });

  test.each([
    [
      '{"sub":"00u1","n":12,"groups":["Everyone","IT, E',
      { sub: "00u1", n: 12, groups: ["Everyone"] },
    ],
    ['{"sub":"00u1","n":12,"gro', { sub: "00u1", n: 12 }],
    ['{"sub":"00u1","n":1', { sub: "00u1" }],
    ['{"sub":"00u1","n":12,', { sub: "00u1", n: 12 }],
    ['{"sub":"00u1","n":tr', { sub: "00u1" }],
    ['{"a":{"b":[true,nul', { a: { b: [true] } }],
    ['{"a":"x\\', {}],
    ["{", {}],
    [" {", {}],
  ])("parses the complete members of %s, and says that the text is cut off", (text, object) => {
    expect(parsePartialJson(text)).toMatchObject({ sent: { object }, endOffset: text.length });
  });

  test("keeps the text of complete members, including details that JSON.parse loses", () => {
    const { sent } = parsePartialJson('{"n":9007199254740993,"a":1.0,"a":[1e400,2');
    expect(sent?.text).toBe('{"n":9007199254740993,"a":1.0,"a":[1e400]}');
  });

  test("keeps every complete value, at any cut", () => {
    for (let end = 1; end < whole.length; end++) {
      const { sent, endOffset } = parsePartialJson(whole.slice(0, end));
      expect(endOffset).toBe(end);
      expect(sent?.object).toEqual(JSON.parse(sent?.text ?? ""));
      if (end > 15) expect(sent?.object).toMatchObject({ sub: "00u1" });
    }
  });

  test.each([
    ['{"a":1,"b":§}', { a: 1 }, 11],
    ['{"a":1 "b":2}', { a: 1 }, 7],
    ["{'a':1}", {}, 1],
    ['{"a":1}x', { a: 1 }, 7],
  ])("finds where %s stops being JSON", (text, object, endOffset) => {
    expect(parsePartialJson(text)).toMatchObject({ sent: { object }, endOffset });
  });

  test.each(["", "[1]", "eyJ", "x"])("finds no object in %j", (text) => {
    expect(parsePartialJson(text)).toEqual({ sent: undefined, endOffset: 0 });
  });

  test("handles deep and long texts that are cut off", () => {
    const deep = `${'{"a":['.repeat(50_000)}1`;
    expect(parsePartialJson(deep).endOffset).toBe(deep.length);
    const open = `{"a":"${"x".repeat(500_000)}`;
    expect(parsePartialJson(open)).toMatchObject({ sent: { object: {} }, endOffset: open.length });
  });
});
