import type { Pattern } from "../pattern.ts";
import type { Budget } from "./budget.ts";
import { ExpressionError } from "./expression-error.ts";
import type { Span } from "./syntax-tree.ts";

/**
 * Whether all of a text matches a regular expression, whose steps count towards what the evaluation may do.
 *
 * @param span Where the regular expression stands.
 * @throws {ExpressionError} It cannot be read, or is too large to be tried.
 */
export function applyPattern(pattern: Pattern, text: string, budget: Budget, span: Span): boolean {
  switch (pattern.kind) {
    case "pattern":
      // Reading it takes about as long as a hundred characters of text.
      budget.spend(Math.ceil((pattern.size * (text.length + 100)) / 250), span);
      return pattern.matches(text);
    case "unreadable":
      throw new ExpressionError({ code: "unreadable_pattern" }, span);
    case "too_large":
      throw new ExpressionError({ code: "pattern_too_large" }, span);
    default:
      return pattern satisfies never;
  }
}
