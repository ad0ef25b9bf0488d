import { ApiError } from "../api-error.ts";
import { type FilterToken, readFilterTokens } from "./filter-tokens.ts";
import { type Comparison, comparisons, type Filter, type Operand } from "./filter-tree.ts";

/** Nesting depth, so that a filter can't overflow the stack. */
const deepest = 50;

/**
 * Parses a filter: comparisons and `pr`, joined by `and`, `or`, `not` and brackets. Operators are not case-sensitive,
 * attributes are. Filters on list members, in square brackets, are not supported.
 *
 * @throws {ApiError} The filter is invalid.
 * @see RFC 7644 §3.4.2.2; Okta: Okta API reference, "Filter" and "Operators"
 */
export function parseFilter(source: string): Filter {
  const reader: Reader = { tokens: readFilterTokens(source), position: 0 };
  const filter = readAlternatives(reader, 0);
  if (reader.position < reader.tokens.length) throw refuse();
  return filter;
}

type Reader = { readonly tokens: readonly FilterToken[]; position: number };

/** `and` has precedence over `or`. */
function readAlternatives(reader: Reader, depth: number): Filter {
  const parts = [readConditions(reader, depth)];
  while (skipWord(reader, "or")) parts.push(readConditions(reader, depth));
  return join("some", parts);
}

function readConditions(reader: Reader, depth: number): Filter {
  const parts = [readCondition(reader, depth)];
  while (skipWord(reader, "and")) parts.push(readCondition(reader, depth));
  return join("every", parts);
}

function readCondition(reader: Reader, depth: number): Filter {
  if (depth > deepest) throw refuse();
  const token = next(reader);
  if (token.kind === "bracket" && token.text === "(") {
    const inside = readAlternatives(reader, depth + 1);
    const end = next(reader);
    if (end.kind !== "bracket" || end.text !== ")") throw refuse();
    return inside;
  }
  if (token.kind !== "word") throw refuse();
  const isNegation = token.text.toLowerCase() === "not" && !startsComparison(reader);
  return isNegation
    ? { kind: "not", part: readCondition(reader, depth + 1) }
    : readComparison(reader, token.text.split("."));
}

function readComparison(reader: Reader, path: readonly string[]): Filter {
  const token = next(reader);
  if (token.kind !== "word") throw refuse();
  const operator = token.text.toLowerCase();
  if (operator === "pr") return { kind: "present", path };
  if (!isComparison(operator)) throw refuse();
  return { kind: "compare", path, comparison: operator, operand: readOperand(next(reader)) };
}

function readOperand(token: FilterToken): Operand {
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

/** Whether the next token is an operator, so that `not` is an attribute's name. */
function startsComparison({ tokens, position }: Reader): boolean {
  const token = tokens[position];
  if (token?.kind !== "word") return false;
  const operator = token.text.toLowerCase();
  return operator === "pr" || isComparison(operator);
}

function isComparison(text: string): text is Comparison {
  return comparisons.some((it) => it === text);
}

function next(reader: Reader): FilterToken {
  const token = reader.tokens[reader.position];
  if (!token) throw refuse();
  reader.position += 1;
  return token;
}

function skipWord(reader: Reader, word: "and" | "or"): boolean {
  const token = reader.tokens[reader.position];
  if (token?.kind !== "word" || token.text.toLowerCase() !== word) return false;
  reader.position += 1;
  return true;
}

function join(kind: "every" | "some", parts: readonly Filter[]): Filter {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind, parts };
}

function refuse(): ApiError {
  return new ApiError({ code: "invalid_search" });
}
