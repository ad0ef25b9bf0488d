import { type ApiError, invalidSearch } from "../api-error.ts";

/** @see RFC 7644 §3.4.2.2, Table 3 */
const comparisons = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] as const;

export type Comparison = (typeof comparisons)[number];

export type Operand = string | number | boolean | null;

export type Filter =
  | { readonly kind: "every" | "some"; readonly parts: readonly Filter[] }
  | { readonly kind: "not"; readonly part: Filter }
  | { readonly kind: "present"; readonly path: readonly string[] }
  | {
      readonly kind: "compare";
      readonly path: readonly string[];
      readonly comparison: Comparison;
      readonly operand: Operand;
    };

const deepest = 50;

/** SCIM filters, except on list members (`[]`). @see RFC 7644 §3.4.2.2; Okta: Okta API reference, "Filter" */
export function parseFilter(source: string): Filter {
  const cursor: Cursor = { tokens: parseFilterTokens(source), position: 0 };
  const filter = parseAlternatives(cursor, 0);
  if (cursor.position < cursor.tokens.length) throw refuse();
  return filter;
}

type Cursor = { readonly tokens: readonly FilterToken[]; position: number };

function parseAlternatives(cursor: Cursor, depth: number): Filter {
  const parts = [parseConditions(cursor, depth)];
  while (skipWord(cursor, "or")) parts.push(parseConditions(cursor, depth));
  return join("some", parts);
}

function parseConditions(cursor: Cursor, depth: number): Filter {
  const parts = [parseCondition(cursor, depth)];
  while (skipWord(cursor, "and")) parts.push(parseCondition(cursor, depth));
  return join("every", parts);
}

function parseCondition(cursor: Cursor, depth: number): Filter {
  if (depth > deepest) throw refuse();
  const token = next(cursor);
  if (token.kind === "bracket" && token.text === "(") {
    const inside = parseAlternatives(cursor, depth + 1);
    const end = next(cursor);
    if (end.kind !== "bracket" || end.text !== ")") throw refuse();
    return inside;
  }
  if (token.kind !== "word") throw refuse();
  const isNegation = token.text.toLowerCase() === "not" && !startsComparison(cursor);
  return isNegation
    ? { kind: "not", part: parseCondition(cursor, depth + 1) }
    : parseComparison(cursor, token.text.split("."));
}

function parseComparison(cursor: Cursor, path: readonly string[]): Filter {
  const token = next(cursor);
  if (token.kind !== "word") throw refuse();
  const operator = token.text.toLowerCase();
  if (operator === "pr") return { kind: "present", path };
  if (!isComparison(operator)) throw refuse();
  return { kind: "compare", path, comparison: operator, operand: parseOperand(next(cursor)) };
}

function parseOperand(token: FilterToken): Operand {
  if (token.kind === "value") return token.value;
  switch (token.text) {
    case "true":
      return true;
    case "false":
      return false;
    case "null":
      return null;
    default:
      throw refuse();
  }
}

function startsComparison({ tokens, position }: Cursor): boolean {
  const token = tokens[position];
  if (token?.kind !== "word") return false;
  const operator = token.text.toLowerCase();
  return operator === "pr" || isComparison(operator);
}

function isComparison(text: string): text is Comparison {
  return comparisons.some((it) => it === text);
}

function next(cursor: Cursor): FilterToken {
  const token = cursor.tokens[cursor.position];
  if (!token) throw refuse();
  cursor.position += 1;
  return token;
}

function skipWord(cursor: Cursor, word: "and" | "or"): boolean {
  const token = cursor.tokens[cursor.position];
  if (token?.kind !== "word" || token.text.toLowerCase() !== word) return false;
  cursor.position += 1;
  return true;
}

function join(kind: "every" | "some", parts: readonly Filter[]): Filter {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind, parts };
}

function refuse(): ApiError {
  return invalidSearch();
}

type FilterToken =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "value"; readonly value: string | number }
  | { readonly kind: "bracket"; readonly text: "(" | ")" };

const longestFilter = 16_384;

const space = /\s+/y;
const bracket = /[()]/y;
const word = /[A-Za-z_$][\w$-]*(?:\.[A-Za-z_$][\w$-]*)*(?![\w$.-])/y;
/** @see RFC 7644 §3.4.2.2 (as in JSON) */
const text = /"(?:[^"\\]|\\.)*"/y;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w$.-])/y;

function parseFilterTokens(source: string): readonly FilterToken[] {
  if (source.length > longestFilter) throw invalidSearch();
  const tokens: FilterToken[] = [];
  let offset = match(space, source, 0).length;
  while (offset < source.length) {
    const { token, length } = matchToken(source, offset);
    tokens.push(token);
    offset += length;
    offset += match(space, source, offset).length;
  }
  return tokens;
}

function matchToken(source: string, offset: number): { token: FilterToken; length: number } {
  const mark = match(bracket, source, offset);
  if (mark === "(" || mark === ")") return { token: { kind: "bracket", text: mark }, length: 1 };
  const name = match(word, source, offset);
  if (name) return { token: { kind: "word", text: name }, length: name.length };
  const literal = match(text, source, offset) || match(number, source, offset);
  return { token: { kind: "value", value: parseLiteral(literal) }, length: literal.length };
}

function parseLiteral(literal: string): string | number {
  try {
    const value: unknown = JSON.parse(literal);
    if (typeof value === "string" || typeof value === "number") return value;
  } catch {
    // Not a valid token, or an escape that JSON lacks.
  }
  throw invalidSearch();
}

function match(pattern: RegExp, source: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0] ?? "";
}
