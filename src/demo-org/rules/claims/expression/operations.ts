import type { Budget } from "./budget.ts";
import { ExpressionError } from "./expression-error.ts";
import type { BinaryOperator, Node, Span } from "./syntax-tree.ts";
import { describeKind, isFields, isList, type Value } from "./values.ts";

type Operands = {
  readonly left: Value;
  readonly right: Value;
  readonly node: Extract<Node, { kind: "binary" }>;
};

/** Null next to a string becomes "null", as in Spring's language (unverified for Okta's). */
export function add({ left, right, node }: Operands, budget: Budget): Value {
  if (typeof left === "number" && typeof right === "number")
    return keepFinite(left + right, node.span);
  const isText = typeof left === "string" || typeof right === "string";
  if (!isText) {
    const isLeftWrong = typeof left !== "number";
    const [value, side] = isLeftWrong ? [left, node.left] : [right, node.right];
    throw refuse(value, "a string or a number", side.span);
  }
  return budget.text(write(left, node.left.span) + write(right, node.right.span), node.span);
}

export function subtract({ left, right, node }: Operands): Value {
  const difference = requireNumber(left, node.left.span) - requireNumber(right, node.right.span);
  return keepFinite(difference, node.span);
}

function keepFinite(number: number, span: Span): number {
  if (Number.isFinite(number)) return number;
  throw new ExpressionError({ code: "too_large" }, span);
}

export function requireNumber(value: Value, span: Span): number {
  if (typeof value !== "number") throw refuse(value, "a number", span);
  return value;
}

/** Null is less than all other values, as in Spring's language. */
export function compare(operator: BinaryOperator, { left, right, node }: Operands): boolean {
  const order = findOrder(left, right);
  if (order === undefined) {
    const isComparable = typeof left === "number" || typeof left === "string";
    if (!isComparable) throw refuse(left, "a number or a string", node.left.span);
    throw refuse(right, describeKind(left), node.right.span);
  }
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    default:
      return order >= 0;
  }
}

function findOrder(left: Value, right: Value): number | undefined {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left !== "string" || typeof right !== "string") return undefined;
  return left < right ? -1 : Number(left > right);
}

function write(value: Value, span: Span): string {
  if (isList(value) || isFields(value)) throw refuse(value, "a string or a number", span);
  return String(value);
}

export function refuse(value: Value, expected: string, span: Span): ExpressionError {
  return new ExpressionError({ code: "wrong_type", expected, found: describeKind(value) }, span);
}
