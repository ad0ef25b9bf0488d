import { type ExpressionError, refuseMissing, refuseUnexpected } from "./expression-error.ts";
import type { Token } from "./tokens.ts";

const comparisons = "Use ==, !=, <, <=, > or >=.";
const arithmetic = "Use only + and -.";
const dangerous = "An expression can't create objects or reach outside its own values.";

/** Syntax of Spring's language, which Okta's is built on, but whose reference lacks it. */
const advices: ReadonlyMap<string, string> = new Map([
  ["=", "Use == to compare. Values can't be assigned."],
  ["&", "Use AND."],
  ["|", "Use OR."],
  ["not", "Use !."],
  ["?.", "Use a conditional: x != null ? x.y : null."],
  ["?[", "To select groups, use the criteria of user.getGroups."],
  ["^[", "Use an index such as [0]."],
  ["$[", "Use an index such as [0]."],
  ["*", arithmetic],
  ["/", arithmetic],
  ["%", arithmetic],
  ["^", arithmetic],
  ["div", arithmetic],
  ["mod", arithmetic],
  ["++", arithmetic],
  ["--", arithmetic],
  ["eq", comparisons],
  ["ne", comparisons],
  ["lt", comparisons],
  ["le", comparisons],
  ["gt", comparisons],
  ["ge", comparisons],
  ["between", comparisons],
  ["instanceof", comparisons],
  ["#", dangerous],
  ["@", dangerous],
  ["new", dangerous],
]);

/** Whether a word is an operator of Spring's language, and so not a name. */
export function isForeignWord(token: Token): boolean {
  return token.kind === "name" && ["not", "new"].includes(token.source.toLowerCase());
}

export function refuseToken(token: Token, expected: string): ExpressionError {
  const advice = advices.get(token.source.toLowerCase());
  if (advice !== undefined)
    return refuseMissing(quote(token.source), { code: "not_okta", advice }, token.span);
  const found = token.kind === "end" ? "the end" : quote(token.source);
  return refuseUnexpected(found, expected, token.span);
}

export function quote(source: string): string {
  return /^["']/.test(source) ? source : `"${source}"`;
}
