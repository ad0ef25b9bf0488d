import type { Pattern } from "../pattern.ts";
import type { Budget } from "./budget.ts";
import { ExpressionError } from "./expression-error.ts";
import type { Span } from "./syntax-tree.ts";

/** Characters of text times steps of the pattern's program that make one step of the evaluation. */
const perStep = 250;

/**
 * What tells whether all of a text matches a regular expression. Reading it counts towards what the evaluation may do,
 * and so does each text.
 *
 * @param span Where the regular expression stands.
 * @throws {ExpressionError} It cannot be read, or is too large to be tried.
 */
export function preparePattern(
  pattern: Pattern,
  budget: Budget,
  span: Span,
): (text: string) => boolean {
  switch (pattern.kind) {
    case "pattern":
      budget.spend(Math.ceil(pattern.reading / perStep), span);
      return (text) => {
        budget.spend(Math.ceil((pattern.size * text.length) / perStep), span);
        return pattern.matches(text);
      };
    case "unreadable":
      throw new ExpressionError({ code: "unreadable_pattern", message: pattern.message }, span);
    case "too_large":
      throw new ExpressionError({ code: "pattern_too_large", message: pattern.message }, span);
    default:
      return pattern satisfies never;
  }
}
