import { invalidSearch } from "../api-error.ts";

/** Checks an object in the API's shape. A list matches if one of its entries matches. */
type Filter = (item: unknown) => boolean;

type Operand = string | number | boolean | null;

const deepest = 50;
const longestFilter = 16_384;

/**
 * Parses a SCIM filter. Doesn't support filters on list members (`[]`).
 *
 * @throws {ApiError} The filter is invalid, too long or too deeply nested.
 * @see RFC 7644 §3.4.2.2; Okta: Okta API reference, "Filter"
 */
export function parseFilter(source: string, ignoresCase: boolean): Filter {
  const tokens = parseTokens(source);
  let position = 0;

  const fold = (value: unknown) =>
    ignoresCase && typeof value === "string" ? value.toLowerCase() : value;
  const next = (): string => {
    const token = tokens[position];
    if (token === undefined) throw invalidSearch();
    position += 1;
    return token;
  };
  const skip = (word: "and" | "or"): boolean => {
    if (tokens[position]?.toLowerCase() !== word) return false;
    position += 1;
    return true;
  };

  const parseAlternatives = (depth: number): Filter => {
    const parts = [parseConditions(depth)];
    while (skip("or")) parts.push(parseConditions(depth));
    return (item) => parts.some((part) => part(item));
  };
  const parseConditions = (depth: number): Filter => {
    const parts = [parseCondition(depth)];
    while (skip("and")) parts.push(parseCondition(depth));
    return (item) => parts.every((part) => part(item));
  };
  const parseCondition = (depth: number): Filter => {
    if (depth > deepest) throw invalidSearch();
    const token = next();
    if (token === "(") {
      const inside = parseAlternatives(depth + 1);
      if (next() !== ")") throw invalidSearch();
      return inside;
    }
    if (!/^[A-Za-z_$]/.test(token)) throw invalidSearch();
    // `not` followed by an operator is the name of an attribute.
    if (token.toLowerCase() === "not" && !operators.has(tokens[position]?.toLowerCase() ?? "")) {
      const part = parseCondition(depth + 1);
      return (item) => !part(item);
    }
    return parseComparison(token.split("."));
  };
  const parseComparison = (path: readonly string[]): Filter => {
    const operator = next().toLowerCase();
    if (!operators.has(operator)) throw invalidSearch();
    if (operator === "pr") return (item) => listValues(item, path).some(isPresent);
    const operand = parseOperand(next());
    const isMatch = (name: string) => (value: unknown) => compare(name, fold(value), fold(operand));
    // `ne` also matches a missing value. See RFC 7644 §3.4.2.2, Table 3.
    return operator === "ne"
      ? (item) => !listValues(item, path).some(isMatch("eq"))
      : (item) => listValues(item, path).some(isMatch(operator));
  };

  const filter = parseAlternatives(0);
  if (position < tokens.length) throw invalidSearch();
  return filter;
}

/** A bracket, an attribute's name or a keyword, a string or a number. @see RFC 7644 §3.4.2.2 (values as in JSON) */
const tokenPattern =
  /\s*([()]|[A-Za-z_$][\w$-]*(?:\.[A-Za-z_$][\w$-]*)*(?![\w$.-])|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w$.-]))\s*/y;

function parseTokens(source: string): readonly string[] {
  if (source.length > longestFilter) throw invalidSearch();
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < source.length) {
    const [, token] = tokenPattern.exec(source) ?? [];
    if (token === undefined) throw invalidSearch();
    tokens.push(token);
  }
  return tokens;
}

function parseOperand(token: string): Operand {
  try {
    return JSON.parse(token);
  } catch {
    throw invalidSearch();
  }
}

export function listValues(item: unknown, path: readonly string[]): readonly unknown[] {
  let values: readonly unknown[] = [item];
  for (const name of path)
    values = values.flatMap((value) => {
      const isOwn = typeof value === "object" && value !== null && Object.hasOwn(value, name);
      const member: unknown = isOwn ? Reflect.get(value, name) : undefined;
      return member === undefined ? [] : member;
    });
  return values;
}

function isPresent(value: unknown): boolean {
  if (value === null || value === "") return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

const textTests = new Map<string, (value: string, operand: string) => boolean>([
  ["co", (value, operand) => value.includes(operand)],
  ["sw", (value, operand) => value.startsWith(operand)],
  ["ew", (value, operand) => value.endsWith(operand)],
]);

/** `order` is negative if the value is less than the operand. */
const orderTests = new Map<string, (order: number) => boolean>([
  ["eq", (order) => order === 0],
  ["gt", (order) => order > 0],
  ["ge", (order) => order >= 0],
  ["lt", (order) => order < 0],
  ["le", (order) => order <= 0],
]);

/** @see RFC 7644 §3.4.2.2, Table 3 */
const operators = new Set(["pr", "ne", ...textTests.keys(), ...orderTests.keys()]);

function compare(operator: string, value: unknown, operand: unknown): boolean {
  const isInOrder = orderTests.get(operator);
  if (typeof value === "string" && typeof operand === "string")
    return isInOrder
      ? isInOrder(findTextOrder(value, operand))
      : textTests.get(operator)?.(value, operand) === true;
  if (typeof value === "number" && typeof operand === "number")
    return isInOrder?.(value - operand) === true;
  return operator === "eq" && value === operand;
}

const isoDate = /^\d{4}-\d{2}-\d{2}(?:t[\d:.]+(?:z|[+-]\d{2}:?\d{2}))?$/i;

/** Compares strings, and dates by their time. Returns a negative number if `value` is less than `other`. */
export function findTextOrder(value: string, other: string): number {
  if (isoDate.test(value) && isoDate.test(other)) {
    const distance = Date.parse(value.toUpperCase()) - Date.parse(other.toUpperCase());
    if (!Number.isNaN(distance)) return distance;
  }
  if (value === other) return 0;
  return value < other ? -1 : 1;
}
