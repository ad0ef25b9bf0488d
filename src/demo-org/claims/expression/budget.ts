import { ExpressionError } from "./expression-error.ts";
import { limits } from "./limits.ts";
import type { Span } from "./syntax-tree.ts";

/** What one evaluation may still do. Whatever makes a text or a list, or goes through one, says so here. */
export type Budget = {
  readonly spend: (steps: number, span: Span) => void;
  readonly text: (value: string, span: Span) => string;
  readonly list: <T>(values: readonly T[], span: Span) => readonly T[];
};

/** A fresh budget, with all that one evaluation may do. Each of its functions throws an ExpressionError once it is spent. */
export function createBudget(): Budget {
  let left: number = limits.steps;
  const spend = (steps: number, span: Span) => {
    left -= steps;
    if (left < 0) throw new ExpressionError({ code: "too_much_work" }, span);
  };
  return {
    spend,
    text: (value, span) => {
      if (value.length > limits.textLength) throw new ExpressionError({ code: "too_large" }, span);
      spend(Math.ceil(value.length / 16), span);
      return value;
    },
    list: (values, span) => {
      if (values.length > limits.listLength) throw new ExpressionError({ code: "too_large" }, span);
      spend(values.length, span);
      return values;
    },
  };
}
