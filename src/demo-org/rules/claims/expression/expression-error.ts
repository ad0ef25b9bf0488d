import { groupLimit } from "../group-filter.ts";
import { findSimilar } from "./find-similar.ts";
import { limits } from "./limits.ts";
import type { Span } from "./syntax-tree.ts";

export type ExpressionProblem =
  | { readonly code: "too_long" }
  | { readonly code: "too_deep" }
  | { readonly code: "unexpected"; readonly found: string; readonly expected: string }
  | { readonly code: "unclosed_text" }
  | { readonly code: "unreadable_number"; readonly text: string }
  /** Okta's language lacks it. Spring's language or JavaScript may have it. */
  | NotOkta
  | { readonly code: "not_supported"; readonly name: string; readonly advice: string }
  | { readonly code: "wrong_argument_count"; readonly name: string; readonly takes: string }
  | { readonly code: "wrong_type"; readonly expected: string; readonly found: string }
  | { readonly code: "no_such_member"; readonly name: string; readonly members: readonly string[] }
  | {
      readonly code: "no_such_entry";
      readonly index: number;
      readonly of: "list" | "text";
      readonly length: number;
    }
  | { readonly code: "end_before_start"; readonly start: number; readonly end: number }
  | { readonly code: "limit_out_of_range"; readonly highest: number }
  | { readonly code: "wrong_criteria"; readonly reason: string }
  | { readonly code: "unreadable_pattern" | "pattern_too_large"; readonly message: string }
  | { readonly code: "too_many_groups" }
  | { readonly code: "too_large" }
  | { readonly code: "too_much_work" };

type NotOkta = {
  readonly code: "not_okta";
  readonly name: string;
  readonly advice: string;
  readonly language?: string;
};

export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
  readonly problem: ExpressionProblem;
  readonly span: Span;

  constructor(problem: ExpressionProblem, span: Span) {
    super(describeExpressionProblem(problem));
    this.problem = problem;
    this.span = span;
  }
}

function describeExpressionProblem(problem: ExpressionProblem): string {
  switch (problem.code) {
    case "too_long":
      return `An expression can have at most ${count(limits.length)} characters.`;
    case "too_deep":
      return `This is nested more than ${limits.depth} levels deep.`;
    case "unexpected":
      return `Expected ${problem.expected} here, but found ${problem.found}.`;
    case "unclosed_text":
      return "This string is not closed. Add the missing quotation mark.";
    case "unreadable_number":
      return `${problem.text} is not a valid number. Use digits with at most one decimal point. The largest whole number is 2147483647.`;
    case "not_okta":
      return `${problem.language ?? "Okta's expression language"} has no ${problem.name}. ${problem.advice}`.trim();
    case "not_supported":
      return `The demo org doesn't support ${problem.name}. ${problem.advice}`.trim();
    case "wrong_argument_count":
      return `${problem.name} takes ${problem.takes}.`;
    case "wrong_type":
      return `Expected ${problem.expected} here, but this is ${problem.found}.`;
    case "no_such_member": {
      const meant = findSimilar(problem.name, problem.members);
      const advice =
        meant === undefined
          ? `Available: ${problem.members.join(", ")}.`
          : `Did you mean ${meant}?`;
      return `There is no ${problem.name} here. ${advice}`;
    }
    case "no_such_entry":
      return problem.of === "list"
        ? `Index ${problem.index} is out of range. The array has ${problem.length} ${problem.length === 1 ? "entry" : "entries"}.`
        : `Index ${problem.index} is out of range. The string has ${problem.length} ${problem.length === 1 ? "character" : "characters"}.`;
    case "end_before_start":
      return `The end, ${problem.end}, is before the start, ${problem.start}.`;
    case "limit_out_of_range":
      return `The limit must be a whole number from 1 to ${problem.highest}${problem.highest === groupLimit ? ", except in the code flow" : ""}.`;
    case "wrong_criteria":
      return problem.reason;
    case "unreadable_pattern":
    case "pattern_too_large":
      return problem.message;
    case "too_many_groups":
      return `More than ${groupLimit} groups match. Except in the code flow, a claim can have at most ${groupLimit}.`;
    case "too_large":
      return `The result is too large. A string can have ${count(limits.textLength)} characters, an array ${count(limits.listLength)} entries, a number 308 digits.`;
    case "too_much_work":
      return "This expression takes too many steps to evaluate.";
    default:
      return problem satisfies never;
  }
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}
