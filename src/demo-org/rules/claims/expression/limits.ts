import { ExpressionError } from "./expression-error.ts";
import type { Span } from "./syntax-tree.ts";

/** Only `length` is a limit of Okta's. @see Okta help: Create API access claims (1,024 characters) */
export const limits = {
  length: 1024,
  depth: 100,
  /** One step for each evaluated part, for each visited group, and for every 16 characters of text. */
  steps: 500_000,
  textLength: 65_536,
  listLength: 10_000,
} as const;

/** Code that builds or iterates a string or a list must charge this budget. The functions throw if it is exhausted. */
export type Budget = ReturnType<typeof createBudget>;

export function createBudget() {
  let left: number = limits.steps;
  const spend = (steps: number, span: Span) => {
    left -= steps;
    if (left >= 0) return;
    const message = "This expression takes too many steps to evaluate.";
    throw new ExpressionError("too_much_work", message, span);
  };
  return {
    spend,
    text: (value: string, span: Span) => {
      if (value.length > limits.textLength) throw refuseSize(span);
      spend(Math.ceil(value.length / 16), span);
      return value;
    },
    list: <T>(values: readonly T[], span: Span) => {
      if (values.length > limits.listLength) throw refuseSize(span);
      spend(values.length, span);
      return values;
    },
  };
}

export function refuseSize(span: Span): ExpressionError {
  const message = `The result is too large. A string can have ${formatCount(limits.textLength)} characters, an array ${formatCount(limits.listLength)} entries, a number 308 digits.`;
  return new ExpressionError("too_large", message, span);
}

export function refuseDepth(span: Span): ExpressionError {
  const message = `This is nested more than ${limits.depth} levels deep.`;
  return new ExpressionError("too_deep", message, span);
}

export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}
