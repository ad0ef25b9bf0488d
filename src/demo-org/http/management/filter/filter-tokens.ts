import { ApiError } from "../api-error.ts";

export type FilterToken =
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

export function parseFilterTokens(source: string): readonly FilterToken[] {
  if (source.length > longestFilter) throw new ApiError({ code: "invalid_search" });
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
  throw new ApiError({ code: "invalid_search" });
}

function match(pattern: RegExp, source: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0] ?? "";
}
