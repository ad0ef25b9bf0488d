import type { Span } from "./syntax-tree.ts";

type ExpressionCode =
  | "too_long"
  | "too_deep"
  | "unexpected"
  | "unclosed_text"
  | "unreadable_number"
  /** Okta's language lacks this syntax or name, although Spring's language or JavaScript may have it. */
  | "not_okta"
  | "not_supported"
  | "wrong_argument_count"
  | "wrong_type"
  | "no_such_member"
  | "no_such_entry"
  | "end_before_start"
  | "limit_out_of_range"
  | "wrong_criteria"
  | "unreadable_pattern"
  | "pattern_too_large"
  | "too_many_groups"
  | "too_large"
  | "too_much_work";

export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
  readonly code: ExpressionCode;
  readonly span: Span;

  constructor(code: ExpressionCode, message: string, span: Span) {
    super(message);
    this.code = code;
    this.span = span;
  }
}

export function refuseUnexpected(found: string, expected: string, span: Span): ExpressionError {
  return new ExpressionError("unexpected", `Expected ${expected} here, but found ${found}.`, span);
}

/** Why a name is missing: Okta's language doesn't have it (`not_okta`), or the demo org doesn't (`not_supported`). */
export type Missing = { readonly code: "not_okta" | "not_supported"; readonly advice: string };

type MissingNames = readonly (readonly [name: string, Missing])[];

/** @param names Separated by spaces. */
export function notOkta(names: string, advice: string): MissingNames {
  return names.split(" ").map((name) => [name, { code: "not_okta", advice }]);
}

/** @param names Separated by spaces. */
export function notSupported(names: string, advice: string): MissingNames {
  return names.split(" ").map((name) => [name, { code: "not_supported", advice }]);
}

export function refuseMissing(
  name: string,
  { code, advice }: Missing,
  span: Span,
  language = "Okta's expression language",
): ExpressionError {
  const lacks = code === "not_okta" ? `${language} has no` : "The demo org doesn't support";
  return new ExpressionError(code, `${lacks} ${name}. ${advice}`.trim(), span);
}

/** @param takes A description: `2 arguments: array, value`. */
export function refuseCount(name: string, takes: string, span: Span): ExpressionError {
  return new ExpressionError("wrong_argument_count", `${name} takes ${takes}.`, span);
}

export function refuseIndex(
  kind: "array" | "string",
  index: number,
  length: number,
  span: Span,
): ExpressionError {
  const [one, many] = kind === "array" ? ["entry", "entries"] : ["character", "characters"];
  const message = `Index ${index} is out of range. The ${kind} has ${length} ${length === 1 ? one : many}.`;
  return new ExpressionError("no_such_entry", message, span);
}
