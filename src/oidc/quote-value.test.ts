import { describe, expect, test } from "vitest";
import { quoteValue } from "./quote-value.ts";

describe(quoteValue, () => {
  test.each([
    ["a text", "a", '"a"'],
    ["a text that would end the quotation", 'a", and is "b', '"a\\", and is \\"b"'],
    ["a text that would turn the sentence around", "a\u202eb\u2066c", '"a\\u202eb\\u2066c"'],
    ["an invisible character", "IT\u200b", '"IT\\u200b"'],
    ["a tag character", "IT\u{e0041}", '"IT\\u{e0041}"'],
    ["a space that is not an ordinary one", "a\u00a0b", '"a\\u00a0b"'],
    ["half a character", "a\ud83d", '"a\\ud83d"'],
    ["an emoji", "👩‍👩‍👧", '"👩‍👩‍👧"'],
    ["a line break", "a\nb", '"a\\nb"'],
    ["a list", ["a", 1, null], '["a",1,null]'],
    ["an empty text", "", '""'],
    ["a number that JavaScript can’t hold", JSON.parse("1e400"), "a number too large"],
    [
      "such a number in an object",
      JSON.parse('{"a":[-1e400,"b"]}'),
      '{"a":[a number too large,"b"]}',
    ],
    ["a missing value", undefined, "nothing"],
  ])("quotes %s", (_case, value, quoted) => {
    expect(quoteValue(value)).toBe(quoted);
  });

  test("shortens a long value without cutting a character in half", () => {
    expect(quoteValue("x".repeat(1_000_000))).toMatch(/^"x{199}…$/);
    expect(quoteValue(`${"x".repeat(198)}👋👋`)).toMatch(/^"x{198}…$/);
  });
});
