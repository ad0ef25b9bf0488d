import type { Pattern } from "../pattern.ts";
import { ExpressionError } from "./expression-error.ts";
import type { Budget } from "./limits.ts";
import type { Span } from "./syntax-tree.ts";

/** One evaluation step covers this many matching steps: characters of text times the pattern's size. */
const perStep = 250;

/** @returns A test that matches a whole string. @throws {ExpressionError} The pattern is invalid or too large. */
export function preparePattern(
  pattern: Pattern,
  budget: Budget,
  span: Span,
): (text: string) => boolean {
  switch (pattern.kind) {
    case "pattern":
      budget.spend(Math.ceil(pattern.compileCost / perStep), span);
      return (text) => {
        budget.spend(Math.ceil((pattern.size * text.length) / perStep), span);
        return pattern.matches(text);
      };
    case "unreadable":
      throw new ExpressionError("unreadable_pattern", pattern.message, span);
    case "too_large":
      throw new ExpressionError("pattern_too_large", pattern.message, span);
    default:
      return pattern satisfies never;
  }
}
