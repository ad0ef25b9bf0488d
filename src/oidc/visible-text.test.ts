import { describe, expect, test } from "vitest";
import { splitVisible, type VisiblePart } from "./visible-text.ts";

/** Joins the parts to one text, with hidden characters in angle brackets. */
function show(text: string): string {
  return splitVisible(text)
    .map((part) => (part.kind === "text" ? part.text : `<${part.codePoint}>`))
    .join("");
}

describe(splitVisible, () => {
  test.each(["IT", "Sales, EMEA", "état", "管理者", "👋 Welcome", "שלום", "a\u0301", "#1 <b>"])(
    "returns %s as one part",
    (text) => {
      expect(splitVisible(text)).toEqual([{ kind: "text", text }]);
    },
  );

  test("returns no parts for an empty text", () => {
    expect(splitVisible("")).toEqual([]);
  });

  test("distinguishes look-alike names, and names the hidden characters", () => {
    expect(splitVisible("IT\u200b")).toEqual<VisiblePart[]>([
      { kind: "text", text: "IT" },
      { kind: "code-point", codePoint: "U+200B", name: "zero width space" },
    ]);
    expect(splitVisible("\u202eTI\u{e0041}")).toEqual<VisiblePart[]>([
      { kind: "code-point", codePoint: "U+202E", name: "right-to-left override" },
      { kind: "text", text: "TI" },
      { kind: "code-point", codePoint: "U+E0041", name: "tag A" },
    ]);
    expect(splitVisible("\ufff9")).toEqual<VisiblePart[]>([
      { kind: "code-point", codePoint: "U+FFF9" },
    ]);
  });

  test.each([
    ["a line break", "a\nb", "a<U+000A>b"],
    ["a C1 control", "a\u0085b", "a<U+0085>b"],
    ["a soft hyphen", "a\u00adb", "a<U+00AD>b"],
    ["a no-break space", "a\u00a0b", "a<U+00A0>b"],
    ["an ideographic space", "a\u3000b", "a<U+3000>b"],
    ["a line separator", "a\u2028b", "a<U+2028>b"],
    ["an isolate", "\u2067a\u2069", "<U+2067>a<U+2069>"],
    ["half a character", "a\ud83d", "a<U+D83D>"],
    ["a variation selector", "a\ufe00b\u{e0100}", "a<U+FE00>b<U+E0100>"],
    ["Hangul fillers", "\u115f\u1160\u3164\uffa0", "<U+115F><U+1160><U+3164><U+FFA0>"],
    ["a grapheme joiner", "a\u034fb", "a<U+034F>b"],
    ["a joiner of people whom no font joins", "👩\u200d👩", "👩<U+200D>👩"],
    ["a blank Braille pattern", "a\u2800", "a<U+2800>"],
    ["a byte order mark", "\ufeffa", "<U+FEFF>a"],
    ["two in a row", "\u200b\u200c", "<U+200B><U+200C>"],
  ])("shows %s as its code point", (_case, text, shown) => {
    expect(show(text)).toBe(shown);
  });

  test.each([
    ["a family", "👩‍👩‍👧"],
    ["skin tones", "👩🏽‍💻 🧑🏻‍🤝‍🧑🏿"],
    ["a heart", "❤️ ❤️‍🔥 👩‍❤️‍👨"],
    ["a rainbow flag", "🏳️‍🌈 🏴‍☠️"],
    ["country flags", "🇩🇪🇫🇷"],
    ["the flag of Wales", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"],
    ["keycaps", "1️⃣ #️⃣"],
    ["symbols", "©️ ⚡️ ⛹🏽‍♂️"],
  ])("keeps %s", (_case, text) => {
    expect(show(`a\u200b${text}`)).toBe(`a<U+200B>${text}`);
  });

  test.each([
    ["a joiner between letters", "I\u200dT", "I<U+200D>T"],
    ["a joiner at the end of an emoji", "👩\u200d", "👩<U+200D>"],
    ["a joiner between an emoji and a letter", "👩\u200dx", "👩<U+200D>x"],
    ["a joiner before an emoji", "a\u200d👩", "a<U+200D>👩"],
    ["a joiner between signs", "©\u200d®", "©<U+200D>®"],
    ["a variation selector after a letter", "a\ufe0f", "a<U+FE0F>"],
    ["a variation selector after a digit", "1\ufe0f", "1<U+FE0F>"],
    ["a second variation selector", "❤\ufe0f\ufe0f", "❤\ufe0f<U+FE0F>"],
    ["tags after a flag", "🏴\u{e0061}\u{e007f}", "🏴<U+E0061><U+E007F>"],
  ])("shows %s as its code point", (_case, text, shown) => {
    expect(show(text)).toBe(shown);
  });

  // Quadratic time would take minutes, far beyond the runner's limit.
  test("splits a megabyte in linear time", () => {
    const text = "👩‍👩‍👧\u200b".repeat(100_000);
    expect(splitVisible(text)).toHaveLength(200_000);
  });
});
