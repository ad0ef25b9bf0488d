import { describe, expect, test } from "vitest";
import { parsePattern } from "./pattern.ts";

describe(parsePattern, () => {
  test.each([
    ["IT", "IT", true],
    ["IT", "BIT", false],
    ["[a-z]{1,255}-[a-z]{1,255}", "west-east", true],
    ["(?i)west.*", "West Coast", true],
    ["\\Q(a){9}\\E", "(a){9}", true],
    ["[)(\\]]{2,400}", "](", true],
    ["\\p{Lu}.{254}", `É${"é".repeat(254)}`, true],
    ["(?i)[À-ž]+ [\\x{100}-\\x{ffff}]+", "ÉÖ ŁŻŹ", true],
  ])("parses %s, and compares it with %s", (source, text, isMatch) => {
    const pattern = parsePattern(source);
    expect(pattern.kind === "pattern" && pattern.matches(text)).toBe(isMatch);
  });

  test.each(["(", "*", "a**", "[b-a]", "\\", "(?<=a)b", "\\1", "a{1001}"])(
    "can't parse %s",
    (source) => {
      expect(parsePattern(source).kind).not.toBe("pattern");
    },
  );

  test.each([
    ["a long repeat", "(a?){1000}"],
    ["many repeats in sequence", "a{1000}".repeat(140)],
    ["repeats of repeats", "((a{10}){10}){10}"],
    ["repeats behind a bracket in a class", `(${"a".repeat(50)}[)]){100}`],
    ["a repeated long group", `(${"a".repeat(200)}){10}`],
    ["repeated empty alternatives", "(|a){900}$"],
    ["many Unicode classes", "\\p{L}".repeat(300)],
    ["many Unicode classes in one class", `[${"\\pL\\PN".repeat(200)}]`],
    ["wide case-insensitive ranges", `(?i)[${"B-\u{fffe}".repeat(300)}]`],
    ["wide ranges after a class escape", `(?i)[${"\\w-B-\\x{fffe}".repeat(100)}]`],
    ["a very long pattern", "[".repeat(100_000)],
  ])("refuses %s", (_case, source) => {
    expect(parsePattern(source)).toMatchObject({ kind: "too_large" });
  });

  test.each([
    ["(", "( is not closed"],
    ["IT)", "closes a bracket that is not open"],
    ["*IT", "* has nothing before it to repeat"],
    ["a{2,1}", "{2,1} must repeat from a smaller to a larger number"],
    ["[z-a]", "z-a is not a valid character range"],
    ["\\", "it ends with a backslash"],
    ["(?=a)b", "doesn't support (?= in"],
    ["(?<!IT).*", "doesn't support (?<!IT)"],
    ["(a)\\1", "doesn't support \\1 in"],
    ["a++", "doesn't support ++ in"],
    [
      "x".repeat(1500),
      "With its counted repeats written out, it can have at most 1,000 characters",
    ],
    ["[a]".repeat(2000), "It can have at most 4,000 characters"],
    ["\\p{L}".repeat(300), "Use fewer letter classes"],
  ])("explains what is wrong with %s", (source, sentence) => {
    expect(parsePattern(source)).toMatchObject({ message: expect.stringContaining(sentence) });
  });

  test.each([
    ["(a+)+(a+)+(a+)+$", `${"a".repeat(60_000)}!`],
    ["(a|aa)*$", `${"a".repeat(60_000)}!`],
    ["(.*)(.*)(.*)(.*)(.*)x", "a".repeat(60_000)],
    ["(a?){120}a{120}", "a".repeat(200)],
  ])("matches %s in linear time", (source, text) => {
    const pattern = parsePattern(source);
    expect(pattern.kind === "pattern" && pattern.matches(text)).toBe(source.endsWith("}"));
  });
});
