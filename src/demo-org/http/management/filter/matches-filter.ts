import type { Comparison, Filter, Operand } from "./parse-filter.ts";

/** Whether an object, as the API returns it, matches a filter. A list matches if one of its entries does. */
export function matchesFilter(filter: Filter, item: unknown, ignoresCase: boolean): boolean {
  switch (filter.kind) {
    case "every":
      return filter.parts.every((part) => matchesFilter(part, item, ignoresCase));
    case "some":
      return filter.parts.some((part) => matchesFilter(part, item, ignoresCase));
    case "not":
      return !matchesFilter(filter.part, item, ignoresCase);
    case "present":
      return listValues(item, filter.path).some(isPresent);
    case "compare":
      return compareAny(
        filter.comparison,
        listValues(item, filter.path),
        filter.operand,
        ignoresCase,
      );
    default:
      return filter satisfies never;
  }
}

export function listValues(item: unknown, path: readonly string[]): readonly unknown[] {
  let values: readonly unknown[] = [item];
  for (const name of path)
    values = values.flatMap((value) => {
      const isOwn = typeof value === "object" && value !== null && Object.hasOwn(value, name);
      const member: unknown = isOwn ? Reflect.get(value, name) : undefined;
      return member === undefined ? [] : member;
    });
  return values;
}

function isPresent(value: unknown): boolean {
  if (value === null || value === "") return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

function compareAny(
  comparison: Comparison,
  values: readonly unknown[],
  operand: Operand,
  ignoresCase: boolean,
): boolean {
  // `ne` matches a missing value. See RFC 7644 §3.4.2.2, Table 3.
  if (comparison === "ne")
    return !values.some((value) => compare("eq", value, operand, ignoresCase));
  return values.some((value) => compare(comparison, value, operand, ignoresCase));
}

function compare(
  comparison: Exclude<Comparison, "ne">,
  value: unknown,
  operand: Operand,
  ignoresCase: boolean,
): boolean {
  if (typeof value === "string" && typeof operand === "string") {
    const fold = (text: string) => (ignoresCase ? text.toLowerCase() : text);
    return compareTexts(comparison, fold(value), fold(operand));
  }
  if (typeof value === "number" && typeof operand === "number")
    return isInOrder(comparison, value - operand);
  return comparison === "eq" && value === operand;
}

function compareTexts(
  comparison: Exclude<Comparison, "ne">,
  value: string,
  operand: string,
): boolean {
  switch (comparison) {
    case "co":
      return value.includes(operand);
    case "sw":
      return value.startsWith(operand);
    case "ew":
      return value.endsWith(operand);
    default:
      return isInOrder(comparison, findTextOrder(value, operand));
  }
}

function isInOrder(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case "eq":
      return order === 0;
    case "gt":
      return order > 0;
    case "ge":
      return order >= 0;
    case "lt":
      return order < 0;
    case "le":
      return order <= 0;
    default:
      return false;
  }
}

const isoDate = /^\d{4}-\d{2}-\d{2}(?:t[\d:.]+(?:z|[+-]\d{2}:?\d{2}))?$/i;

/** Compares dates by time. Negative if the first string comes first. */
export function findTextOrder(value: string, other: string): number {
  if (isoDate.test(value) && isoDate.test(other)) {
    const distance = Date.parse(value.toUpperCase()) - Date.parse(other.toUpperCase());
    if (!Number.isNaN(distance)) return distance;
  }
  if (value === other) return 0;
  return value < other ? -1 : 1;
}
