import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { customAttributesSchema, parseValue, writeValue } from "./custom-attributes.ts";

test("attributes are read from the schema that the org shows", () => {
  const properties = { level: { title: "Level", type: "integer" }, team: { type: "string" } };
  expect(v.parse(customAttributesSchema, { definitions: { custom: { properties } } })).toEqual([
    { name: "level", title: "Level", type: "integer" },
    { name: "team", title: "", type: "string" },
  ]);
});

describe("a value", () => {
  const numbers = { type: "array", items: { type: "number" } };

  test.each([
    [{ type: "string" }, "12", "12"],
    [{ type: "integer" }, "12", 12],
    [{ type: "number" }, "0.5", 0.5],
    [{ type: "boolean" }, "false", false],
    [{ type: "array", items: { type: "string" } }, "a\nb", ["a", "b"]],
    [numbers, "1\n2", [1, 2]],
  ])("of the attribute %j is written as %j, and parsed again", (attribute, text, value) => {
    expect(writeValue(value)).toBe(text);
    expect(parseValue({ name: "x", title: "X", ...attribute }, text)).toEqual(value);
  });

  test.each([["string"], ["integer"], ["boolean"], ["array"]])(
    "of type %s is removed if the field is empty",
    (type) => {
      expect(parseValue({ name: "x", title: "X", type }, " ")).toBeNull();
      expect(writeValue(null)).toBe("");
    },
  );

  test.each([
    [{ type: "integer" }, "many", "many"],
    [{ type: "boolean" }, "maybe", "maybe"],
    [numbers, "1\nmany", [1, "many"]],
  ])("that isn't of its type is sent as typed: %j", (attribute, text, value) => {
    expect(parseValue({ name: "x", title: "X", ...attribute }, text)).toEqual(value);
  });
});
