export type VisiblePart =
  | { kind: "text"; text: string }
  | { kind: "code-point"; codePoint: string; name?: string };

/**
 * Separates characters that are invisible, change the text direction or look like a space.
 * @see Unicode Technical Report #36 §2
 */
export function splitVisible(text: string): readonly VisiblePart[] {
  if (text === "") return [];
  if (!hidden.test(text)) return [{ kind: "text", text }];
  const parts: VisiblePart[] = [];
  let start = 0;
  for (const { 0: match, index } of text.matchAll(emojiOrHidden)) {
    if (isOneEmoji(match)) continue;
    for (const { 0: character, index: offset } of match.matchAll(everyHidden)) {
      const end = index + offset;
      if (end > start) parts.push({ kind: "text", text: text.slice(start, end) });
      parts.push(describeCharacter(character));
      start = end + character.length;
    }
  }
  if (start < text.length) parts.push({ kind: "text", text: text.slice(start) });
  return parts;
}

/** Includes variation selectors, tags, Hangul fillers, every space but U+0020, and the blank Braille pattern. */
const hidden =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]|(?! )\p{Zs}/u;

/** Emoji that contain hidden characters. @see Unicode Technical Standard #51 §1.4.9 */
const emoji = [
  // These flags begin with another emoji, so the regular expression tries them first.
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/u,
  /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}(?=[\ufe0f\p{Emoji_Modifier}]))\p{Emoji_Modifier}?\ufe0f?(?:\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)*/u,
  /[\d#*]\ufe0f\u20e3/u,
];

const emojiOrHidden = new RegExp([...emoji, hidden].map(({ source }) => source).join("|"), "gu");

const everyHidden = new RegExp(hidden, "gu");

/** Whether fonts show a match as one emoji. If not, a joiner in the match is invisible, as between letters. */
function isOneEmoji(match: string): boolean {
  if ([...match].length === 1) return !hidden.test(match);
  knownEmoji ??= createKnownEmoji() ?? "unsupported";
  return knownEmoji === "unsupported" || knownEmoji.test(match);
}

/** Created only when a text has such an emoji, because the creation is slower than rendering a whole result. */
let knownEmoji: RegExp | "unsupported" | undefined;

/** @returns `undefined` in browsers without sets of strings in regular expressions. */
function createKnownEmoji(): RegExp | undefined {
  // Not a regex literal, because the build's target doesn't have the `v` flag.
  const flags: string = "v";
  try {
    return new RegExp(String.raw`^\p{RGI_Emoji}\ufe0f?$`, flags);
  } catch {
    return undefined;
  }
}

function describeCharacter(character: string): VisiblePart {
  const value = character.codePointAt(0) ?? 0;
  const codePoint = `U+${value.toString(16).toUpperCase().padStart(4, "0")}`;
  const name = names.get(value) ?? nameRange(value);
  return { kind: "code-point", codePoint, ...(name !== undefined && { name }) };
}

function nameRange(value: number): string | undefined {
  if (value >= 0xd800 && value <= 0xdfff) return "half a character";
  if (value >= 0xfe00 && value <= 0xfe0f) return `variation selector ${value - 0xfe00 + 1}`;
  if (value >= 0xe0020 && value <= 0xe007e) return `tag ${String.fromCharCode(value - 0xe0000)}`;
  return undefined;
}

const names: ReadonlyMap<number, string> = new Map([
  [0x00, "null"],
  [0x09, "tab"],
  [0x0a, "line feed"],
  [0x0d, "carriage return"],
  [0x1b, "escape"],
  [0x7f, "delete"],
  [0xa0, "no-break space"],
  [0xad, "soft hyphen"],
  [0x61c, "Arabic letter mark"],
  [0x115f, "Hangul filler"],
  [0x1160, "Hangul filler"],
  [0x2002, "en space"],
  [0x2003, "em space"],
  [0x2007, "figure space"],
  [0x2009, "thin space"],
  [0x200b, "zero width space"],
  [0x200c, "zero width non-joiner"],
  [0x200d, "zero width joiner"],
  [0x200e, "left-to-right mark"],
  [0x200f, "right-to-left mark"],
  [0x2028, "line separator"],
  [0x2029, "paragraph separator"],
  [0x202a, "left-to-right embedding"],
  [0x202b, "right-to-left embedding"],
  [0x202c, "pop directional formatting"],
  [0x202d, "left-to-right override"],
  [0x202e, "right-to-left override"],
  [0x202f, "narrow no-break space"],
  [0x2060, "word joiner"],
  [0x2066, "left-to-right isolate"],
  [0x2067, "right-to-left isolate"],
  [0x2068, "first strong isolate"],
  [0x2069, "pop directional isolate"],
  [0x2800, "Braille blank"],
  [0x3000, "ideographic space"],
  [0x3164, "Hangul filler"],
  [0xfeff, "zero width no-break space"],
  [0xffa0, "Hangul filler"],
]);
