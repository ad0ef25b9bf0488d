import {
  type ExpressionError,
  notOkta,
  refuseMissing,
  refuseUnexpected,
} from "./expression-error.ts";
import type { Token } from "./tokens.ts";

/** Syntax of Spring's language that Okta's reference lacks, although Okta's language is based on Spring's. */
const foreignSymbols = new Map([
  ...notOkta("=", "Use == to compare. Values can't be assigned."),
  ...notOkta("&", "Use AND."),
  ...notOkta("|", "Use OR."),
  ...notOkta("not", "Use !."),
  ...notOkta("?.", "Use a conditional: x != null ? x.y : null."),
  ...notOkta("?[", "To select groups, use the criteria of user.getGroups."),
  ...notOkta("^[ $[", "Use an index such as [0]."),
  ...notOkta("* / % ^ div mod ++ --", "Use only + and -."),
  ...notOkta("eq ne lt le gt ge between instanceof", "Use ==, !=, <, <=, > or >=."),
  ...notOkta("# @ new", "An expression can't create objects or reach outside its own values."),
]);

/** Finds words that are operators of Spring's language, not names. */
export function isForeignWord(token: Token): boolean {
  return token.kind === "name" && ["not", "new"].includes(token.source.toLowerCase());
}

export function refuseToken(token: Token, expected: string): ExpressionError {
  const foreign = foreignSymbols.get(token.source.toLowerCase());
  if (foreign) return refuseMissing(quote(token.source), foreign, token.span);
  const found = token.kind === "end" ? "the end" : quote(token.source);
  return refuseUnexpected(found, expected, token.span);
}

export function quote(source: string): string {
  return /^["']/.test(source) ? source : `"${source}"`;
}
