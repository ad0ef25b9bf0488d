import { visit } from "jsonc-parser";
import { isJsonObject, type JsonObject, parseJson } from "../../oidc/json.ts";

/** Deeper than `parseJson` allows. Needs a limit, because the parser is recursive. */
const maxDepth = 200;

/** Codes for a string, number or Unicode escape without its end. `jsonc-parser` declares them as a const enum. */
const cutOffErrors: ReadonlySet<number> = new Set([12, 13, 14]);

/** An object with its JSON as it was sent: `JSON.stringify` loses numbers such as `1e400`, and repeated names. */
export type SentObject = { object: JsonObject; text: string };

const nothing: SentObject = { object: {}, text: "{}" };

/** Thrown to end the visit of a text. */
class EndError extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

/**
 * Parses every complete member of an object.
 *
 * @returns `endOffset` is where the text stops being JSON, or the text's length if it was cut off. It is `undefined` if
 * the text is a complete object.
 */
export function parsePartialJson(text: string): {
  sent: SentObject | undefined;
  endOffset: number | undefined;
} {
  const whole = parseJson(text);
  if (isJsonObject(whole)) return { sent: { object: whole, text }, endOffset: undefined };
  if (!/^\s*\{/.test(text)) return { sent: undefined, endOffset: 0 };
  const closers: string[] = [];
  /** The end of the last complete value, and the brackets that close the text there. */
  let kept = { end: 0, closing: "" };
  const keep = (end: number) => {
    kept = { end, closing: closers.toReversed().join("") };
  };
  const open = (closer: string) => (offset: number) => {
    closers.push(closer);
    if (closers.length > maxDepth) throw new EndError(text.length);
    keep(offset + 1);
  };
  const close = (offset: number, length: number) => {
    if (length === 0) return; // the text ends before the bracket
    closers.pop();
    keep(offset + 1);
  };
  try {
    visit(
      text,
      {
        onObjectBegin: open("}"),
        onObjectEnd: close,
        onArrayBegin: open("]"),
        onArrayEnd: close,
        onLiteralValue(value: unknown, offset, length) {
          const end = offset + length;
          // A number at the very end may be cut off.
          if (typeof value === "number" && end === text.length) throw new EndError(end);
          keep(end);
        },
        onError(code: number, offset) {
          const rest = text.slice(offset);
          const isWordCut = ["true", "false", "null"].some((word) => word.startsWith(rest));
          throw new EndError(cutOffErrors.has(code) || isWordCut ? text.length : offset);
        },
      },
      { disallowComments: true },
    );
  } catch (cause) {
    if (!(cause instanceof EndError)) throw cause;
    const keptText = text.slice(0, kept.end) + kept.closing;
    const object = parseJson(keptText);
    return {
      sent: isJsonObject(object) ? { object, text: keptText } : nothing,
      endOffset: cause.offset,
    };
  }
  return { sent: nothing, endOffset: text.length };
}
