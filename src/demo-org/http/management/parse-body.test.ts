import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { parseFields } from "./parse-body.ts";

const status = v.picklist(["ACTIVE", "INACTIVE"]);

describe(parseFields, () => {
  test.each([
    ["not a string", v.string(), 1, "Must be a string"],
    ["not a number", v.number(), "1", "Must be a number"],
    ["not a boolean", v.boolean(), 0, "Must be true or false"],
    ["not a list", v.array(v.string()), {}, "Must be an array"],
    ["not an object", v.record(v.string(), v.string()), 1, "Must be an object"],
    ["not one of the values", status, "active", "Must be one of ACTIVE, INACTIVE"],
    ["not the only valid value", v.literal("ACTIVE"), "active", "Must be ACTIVE"],
    ["not a whole number", v.pipe(v.number(), v.integer()), 1.5, "Must be a whole number"],
    ["too small", v.pipe(v.number(), v.minValue(1)), 0, "Must be at least 1"],
    [
      "an empty list",
      v.pipe(v.array(v.string()), v.nonEmpty()),
      [],
      "Must have at least one entry",
    ],
    ["an empty text", v.pipe(v.string(), v.nonEmpty()), "", "cannot be left blank"],
    ["missing", v.string(), undefined, "cannot be left blank"],
    ["too long", v.pipe(v.string(), v.maxLength(3)), "long", "too long: at most 3 characters"],
    ["invalid for another reason", v.pipe(v.string(), v.regex(/a/)), "b", "Invalid value"],
  ])("explains a field that is %s", (_case, schema, value, sentence) => {
    expect(() => parseFields({ name: value }, v.object({ name: schema }), "thing")).toThrow(
      expect.objectContaining({
        causes: [expect.stringMatching(new RegExp(`^name: .*${sentence}$`))],
      }),
    );
  });

  test("reports only the first problem of a field", () => {
    const name = v.pipe(v.string(), v.minLength(3), v.regex(/^a/, "Must begin with a"));
    for (const [value, cause] of [
      ["", "name: The field cannot be left blank"],
      ["b", "name: The field is too short: at least 3 characters"],
      ["bbb", "name: Must begin with a"],
    ])
      expect(() => parseFields({ name: value }, v.object({ name }), "thing")).toThrow(
        expect.objectContaining({ causes: [cause] }),
      );
  });

  test("reports unknown fields, and prefers the schema's own message", () => {
    const schema = v.strictObject({ port: v.number("Must be a port") });
    expect(() => parseFields({ port: "a", host: "b" }, schema, "thing")).toThrow(
      expect.objectContaining({
        message: "Api validation failed: thing",
        causes: ["port: Must be a port", "host: Unknown field"],
      }),
    );
  });
});
