import { type Budget, refuseSize } from "./limits.ts";
import type { BinaryOperator, NodeOf, Span } from "./syntax-tree.ts";
import { describeKind, isFields, isList, refuseType, type Value } from "./values.ts";

type Operands = {
  readonly left: Value;
  readonly right: Value;
  readonly node: NodeOf<"binary">;
};

/** Adding null to a string appends "null", as in Spring's language. Unverified for Okta's language. */
export function add({ left, right, node }: Operands, budget: Budget): Value {
  if (typeof left === "number" && typeof right === "number")
    return keepFinite(left + right, node.span);
  const [leftNode, rightNode] = node.parts;
  if (typeof left !== "string" && typeof right !== "string") {
    const isLeftWrong = typeof left !== "number";
    const [value, side] = isLeftWrong ? [left, leftNode] : [right, rightNode];
    throw refuseType(value, "a string or a number", side.span);
  }
  return budget.text(write(left, leftNode.span) + write(right, rightNode.span), node.span);
}

export function subtract({ left, right, node }: Operands): Value {
  const [leftNode, rightNode] = node.parts;
  const difference = requireNumber(left, leftNode.span) - requireNumber(right, rightNode.span);
  return keepFinite(difference, node.span);
}

function keepFinite(number: number, span: Span): number {
  if (Number.isFinite(number)) return number;
  throw refuseSize(span);
}

export function requireNumber(value: Value, span: Span): number {
  if (typeof value !== "number") throw refuseType(value, "a number", span);
  return value;
}

/** Null is less than all other values, as in Spring's language. */
export function compare(operator: BinaryOperator, { left, right, node }: Operands): boolean {
  const order = findOrder(left, right);
  if (order === undefined) {
    const isComparable = typeof left === "number" || typeof left === "string";
    const [leftNode, rightNode] = node.parts;
    if (!isComparable) throw refuseType(left, "a number or a string", leftNode.span);
    throw refuseType(right, describeKind(left), rightNode.span);
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
  if (isList(value) || isFields(value)) throw refuseType(value, "a string or a number", span);
  return String(value);
}
