import type { Argument, Call, ExpressionFunction } from "../environment.ts";
import { refuseUnexpected } from "../expression-error.ts";
import { limits, refuseSize } from "../limits.ts";
import { isFields, isList, refuseType, type Value } from "../values.ts";

/** Charges the result to the budget, because a result can be larger than the arguments. */
export function defineFunction(
  parameters: readonly string[],
  evaluate: (call: Call) => Value,
): ExpressionFunction {
  return {
    parameters,
    evaluate: (call) => {
      const value = evaluate(call);
      const { budget } = call.environment;
      if (typeof value === "string") return budget.text(value, call.span);
      return isList(value) ? budget.list(value, call.span) : value;
    },
  };
}

/** Parsing has already checked the number of arguments. */
export function argumentAt({ parameters, span }: Call, index: number): Argument {
  const found = parameters[index];
  if (found) return found;
  throw refuseUnexpected(")", "another argument", span);
}

/**
 * Converts an argument to a string. A list becomes its entries, separated by commas.
 * @see Spring Framework: Core, "Type Conversion"
 */
export function textAt(call: Call, index: number): string | null {
  return toText(call, argumentAt(call, index));
}

export function requireTextAt(call: Call, index: number): string {
  const argument = argumentAt(call, index);
  return toText(call, argument) ?? fail(argument, "a string");
}

/** Converts an argument to a list. A string is split at commas, and null stays null. */
export function listAt(call: Call, index: number): readonly Value[] | null {
  const { value, node } = argumentAt(call, index);
  if (value === null || isList(value)) return value;
  if (typeof value !== "string") return fail({ value, node }, "an array");
  const { budget } = call.environment;
  const entries = value === "" ? [] : value.split(",").map((entry) => entry.trim());
  return budget.list(entries, node.span);
}

export function requireListAt(call: Call, index: number): readonly Value[] {
  return listAt(call, index) ?? fail(argumentAt(call, index), "an array");
}

export function requireWholeAt(call: Call, index: number): number {
  const argument = argumentAt(call, index);
  const { value } = argument;
  const number = typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number)
    ? number
    : fail(argument, "a whole number");
}

function toText(call: Call, { value, node }: Argument): string | null {
  if (value === null) return null;
  if (isFields(value)) return fail({ value, node }, "a string");
  const text = isList(value) ? writeCsv(call, value, node) : String(value);
  return call.environment.budget.text(text, node.span);
}

function writeCsv(call: Call, list: readonly Value[], node: Argument["node"]): string {
  let length = 0;
  const texts = list.map((value) => {
    const text = toText(call, { value, node }) ?? "";
    length += text.length + 1;
    if (length > limits.textLength) throw refuseSize(node.span);
    return text;
  });
  return texts.join(",");
}

export function fail({ value, node }: Argument, expected: string): never {
  throw refuseType(value, expected, node.span);
}
