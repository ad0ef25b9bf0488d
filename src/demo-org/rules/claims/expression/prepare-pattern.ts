import type { Pattern } from "../pattern.ts";
import { ExpressionError } from "./expression-error.ts";
import type { Budget } from "./limits.ts";
import type { Span } from "./syntax-tree.ts";

/** Characters of text times pattern steps that count as one step of the evaluation. */
const perStep = 250;

/** @returns Whether a whole string matches. @throws {ExpressionError} The pattern is invalid or too large. */
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
