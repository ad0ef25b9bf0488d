import { ApiError } from "../api-error.ts";
import { type FilterToken, parseFilterTokens } from "./filter-tokens.ts";

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

/** So that a filter can't overflow the stack. */
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

/** Whether `not` is an attribute's name here. */
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
  return new ApiError({ code: "invalid_search" });
}
