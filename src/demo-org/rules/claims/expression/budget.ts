import { ExpressionError } from "./expression-error.ts";
import { limits } from "./limits.ts";
import type { Span } from "./syntax-tree.ts";

/** Whatever builds or iterates a string or a list must spend from it. Each function throws once it is spent. */
export type Budget = {
  readonly spend: (steps: number, span: Span) => void;
  readonly text: (value: string, span: Span) => string;
  readonly list: <T>(values: readonly T[], span: Span) => readonly T[];
};

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
