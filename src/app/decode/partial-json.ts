import { createScanner } from "jsonc-parser";
import { isJsonObject, type JsonObject, parseJson } from "../../oidc/json.ts";

/** Parses every complete member. `endOffset`: where the text stops being JSON; its length if it was cut off. */
export function parsePartialJson(text: string): {
  object: JsonObject | undefined;
  endOffset: number | undefined;
} {
  const whole = parseJson(text);
  if (isJsonObject(whole)) return { object: whole, endOffset: undefined };
  if (!/^\s*\{/.test(text)) return { object: undefined, endOffset: 0 };
  const { complete, endOffset } = findCompletePart(text);
  const object = parseJson(complete);
  return { object: isJsonObject(object) ? object : {}, endOffset };
}

/** The scanner's token kinds and errors: `jsonc-parser` declares them as const enums, which an isolated module can't use. */
const kinds = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  nullWord: 7,
  trueWord: 8,
  falseWord: 9,
  string: 10,
  number: 11,
  end: 17,
} as const;
const errors = { none: 0, endOfString: 2, endOfNumber: 3, invalidUnicode: 4 } as const;

type Expected = "value" | "first value" | "name" | "first name" | "colon" | "comma";

const scalars: ReadonlySet<number> = new Set([
  kinds.string,
  kinds.number,
  kinds.trueWord,
  kinds.falseWord,
  kinds.nullWord,
]);

/** Scans until a token is incomplete or out of place. Iterates: a recursive parser would overflow on a deep text. */
function findCompletePart(text: string): { complete: string; endOffset: number } {
  const scanner = createScanner(text, true);
  const closers: string[] = [];
  let end = 0;
  let depth = 0;
  let expected: Expected = "value";
  for (;;) {
    const token = scanner.scan();
    const start = scanner.getTokenOffset();
    const tokenEnd = start + scanner.getTokenLength();
    // At the very end, a number or a string may go on.
    const isOpen = token === kinds.number && tokenEnd === text.length;
    const next: Expected | undefined =
      isOpen || scanner.getTokenError() !== errors.none ? undefined : step(token, expected);
    if (next === undefined) return finish(start, token);
    expected = next;
    if (next === "comma" || next === "first name" || next === "first value") {
      end = tokenEnd;
      depth = closers.length;
    }
    if (closers.length === 0) return finish(tokenEnd, scanner.scan());
  }

  /** What may follow a token; `undefined` where the token is out of place. */
  function step(token: number, before: Expected): Expected | undefined {
    const isValue = before === "value" || before === "first value";
    if (before === "colon") return token === kinds.colon ? "value" : undefined;
    if (before === "name" || before === "first name") {
      if (token === kinds.string) return "colon";
      return before === "first name" ? close(token) : undefined;
    }
    if (isValue && scalars.has(token)) return "comma";
    if (isValue && token === kinds.openBrace) {
      closers.push("}");
      return "first name";
    }
    if (isValue && token === kinds.openBracket) {
      closers.push("]");
      return "first value";
    }
    if (before === "comma" && token === kinds.comma) {
      return closers.at(-1) === "}" ? "name" : "value";
    }
    return before === "value" ? undefined : close(token);
  }

  function close(token: number): Expected | undefined {
    const closer = token === kinds.closeBrace ? "}" : "]";
    const isCloser = token === kinds.closeBrace || token === kinds.closeBracket;
    if (!isCloser || closers.at(-1) !== closer) return undefined;
    closers.pop();
    return "comma";
  }

  function finish(offset: number, token: number): { complete: string; endOffset: number } {
    const rest = text.slice(offset);
    const isCutOff =
      token === kinds.end ||
      scanner.getTokenError() === errors.endOfString ||
      scanner.getTokenError() === errors.invalidUnicode ||
      scanner.getTokenError() === errors.endOfNumber ||
      (token === kinds.number && offset + scanner.getTokenLength() === text.length) ||
      ["true", "false", "null"].some((word) => word.startsWith(rest));
    const opened = closers.slice(0, depth).reverse().join("");
    return { complete: text.slice(0, end) + opened, endOffset: isCutOff ? text.length : offset };
  }
}
