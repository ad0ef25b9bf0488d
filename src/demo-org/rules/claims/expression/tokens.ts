import { ExpressionError, refuseUnexpected } from "./expression-error.ts";
import { formatCount, limits } from "./limits.ts";
import type { Span } from "./syntax-tree.ts";

export type Token = { readonly span: Span; readonly source: string } & (
  | { readonly kind: "text"; readonly value: string; readonly isVerbatim: boolean }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name" }
  | { readonly kind: "symbol" }
  | { readonly kind: "end" }
);

const space = /\s+/y;
const name = /[A-Za-z_$][\w$]*/y;
/** Includes letters, so that `1e5` and `0x10` are refused as a whole. */
const number = /\d[\w$]*(?:\.\d[\w$]*)?/y;
const readableNumber = /^\d+(?:\.\d+)?$/;
const text = /'(?:[^']|'')*'|"(?:[^"]|"")*"/y;
/** Longer symbols come first. Includes Spring's operators, so that errors can name them. */
const symbol = /\?:|\?\.|[?^$]\[|!\[|[=!<>]=|&&|\|\||\+\+|--|[+\-*/%^=<>!?:.,(){}[\]#@&|]/y;

/** Java's maximum int, the range of Okta's whole numbers. */
const largestInteger = 2 ** 31 - 1;

export function tokenize(expression: string): readonly Token[] {
  if (expression.length > limits.length) {
    const rest = expression.length - limits.length;
    const message = `An expression can have at most ${formatCount(limits.length)} characters.`;
    throw new ExpressionError("too_long", message, { offset: limits.length, length: rest });
  }
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < expression.length) {
    offset += match(space, expression, offset).length;
    if (offset === expression.length) break;
    const token = matchToken(expression, offset);
    tokens.push(token);
    offset += token.span.length;
  }
  return [...tokens, { kind: "end", source: "", span: { offset, length: 0 } }];
}

function matchToken(expression: string, offset: number): Token {
  const part = (source: string) => ({ source, span: { offset, length: source.length } });

  const quoted = match(text, expression, offset);
  if (quoted) {
    const quote = quoted.charAt(0);
    const inside = quoted.slice(1, -1);
    const value = inside.replaceAll(quote + quote, quote);
    return { kind: "text", value, isVerbatim: value === inside, ...part(quoted) };
  }
  const digits = match(number, expression, offset);
  if (digits) {
    const value = Number(digits);
    const isTooLarge = value === Infinity || (Number.isInteger(value) && value > largestInteger);
    if (!readableNumber.test(digits) || isTooLarge) {
      const message = `${digits} is not a valid number. Use digits with at most one decimal point. The largest whole number is 2147483647.`;
      throw new ExpressionError("unreadable_number", message, part(digits).span);
    }
    return { kind: "number", value, ...part(digits) };
  }
  const operator = match(symbol, expression, offset);
  if (operator) return { kind: "symbol", ...part(operator) };
  const word = match(name, expression, offset);
  if (word) return { kind: "name", ...part(word) };
  throw refuse(expression, offset);
}

function match(pattern: RegExp, expression: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(expression)?.[0] ?? "";
}

function refuse(expression: string, offset: number): ExpressionError {
  const character = String.fromCodePoint(expression.codePointAt(offset) ?? 0);
  if (character === "'" || character === '"') {
    const message = "This string is not closed. Add the missing quotation mark.";
    const length = expression.length - offset;
    return new ExpressionError("unclosed_text", message, { offset, length });
  }
  const expected = /[‘’“”„«»`]/.test(character)
    ? "a straight quotation mark, ' or \""
    : "a name, a string, a number or an operator";
  return refuseUnexpected(character, expected, { offset, length: character.length });
}
