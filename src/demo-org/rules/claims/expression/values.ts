import type { JsonValue } from "../claims-context.ts";
import { ExpressionError } from "./expression-error.ts";
import { type Budget, limits, refuseDepth, refuseSize } from "./limits.ts";
import type { Span } from "./syntax-tree.ts";

export type Value = null | string | number | boolean | readonly Value[] | Fields;

type Fields = {
  readonly fields: ReadonlyMap<string, Value>;
  /** If true, an unknown member is null, as in a profile. Otherwise it is an error. */
  readonly isOpen: boolean;
};

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isFields(value: Value): value is Fields {
  return typeof value === "object" && value !== null && "fields" in value;
}

export function refuseType(value: Value, expected: string, span: Span): ExpressionError {
  return refuseKind(describeKind(value), expected, span);
}

export function refuseKind(found: string, expected: string, span: Span): ExpressionError {
  return new ExpressionError(
    "wrong_type",
    `Expected ${expected} here, but this is ${found}.`,
    span,
  );
}

export function describeKind(value: Value): string {
  if (value === null) return "null";
  if (isList(value)) return "an array";
  if (isFields(value)) return "an object";
  return typeof value === "string"
    ? "a string"
    : typeof value === "number"
      ? "a number"
      : String(value);
}

/** Converts parsed JSON. @throws {ExpressionError} The data is too large or too deeply nested. */
export function toValue(data: unknown, budget: Budget, span: Span, depth = 0): Value {
  budget.spend(1, span);
  if (depth > limits.depth) throw refuseDepth(span);
  if (typeof data === "string") return budget.text(data, span);
  if (typeof data === "number" || typeof data === "boolean") return data;
  if (Array.isArray(data)) {
    const entries: readonly unknown[] = data;
    if (entries.length > limits.listLength) throw refuseSize(span);
    return entries.map((entry) => toValue(entry, budget, span, depth + 1));
  }
  if (typeof data !== "object" || data === null) return null;
  const names = Object.keys(data);
  // Charged before converting the members, because nothing else limits their number.
  budget.spend(names.length, span);
  const members = names.map((name) => {
    const member: unknown = Reflect.get(data, name);
    return [name, toValue(member, budget, span, depth + 1)] as const;
  });
  return { fields: new Map(members), isOpen: true };
}

export function writeData(value: Value, budget: Budget, span: Span): JsonValue {
  budget.spend(1, span);
  if (typeof value === "string") return budget.text(value, span);
  if (isList(value)) return value.map((entry) => writeData(entry, budget, span));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    [...value.fields].map(([name, member]) => [name, writeData(member, budget, span)]),
  );
}

export function isSame(left: Value, right: Value, budget: Budget, span: Span): boolean {
  budget.spend(1, span);
  if (isList(left) && isList(right))
    return (
      left.length === right.length &&
      left.every((entry, index) => isSame(entry, right[index] ?? null, budget, span))
    );
  if (isFields(left) && isFields(right))
    return (
      left.fields.size === right.fields.size &&
      [...left.fields].every(([name, member]) => {
        const other = right.fields.get(name);
        return other !== undefined && isSame(member, other, budget, span);
      })
    );
  if (typeof left === "string") budget.text(left, span);
  return left === right;
}
