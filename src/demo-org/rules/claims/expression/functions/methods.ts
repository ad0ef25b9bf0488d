import type { Call, ExpressionFunction } from "../environment.ts";
import { isList, refuseType, type Value } from "../values.ts";
import { arrayFunctions } from "./array-functions.ts";
import { argumentAt, fail } from "./call-arguments.ts";
import { stringFunctions } from "./string-functions.ts";

type Kind = { readonly name: string; readonly isMet: (value: Value) => boolean };

const text: Kind = { name: "a string", isMet: (value) => typeof value === "string" };
const list: Kind = { name: "an array", isMet: isList };
const number: Kind = { name: "a number", isMet: (value) => typeof value === "number" };

/** Functions of the classic language, and the equivalent methods of Identity Engine's language. */
export const methodsByFunction: readonly (readonly [functionName: string, method: string])[] = [
  ["String.stringContains", "contains"],
  ["String.toUpperCase", "toUpperCase"],
  ["String.toLowerCase", "toLowerCase"],
  ["String.substring", "substring"],
  ["String.substringBefore", "substringBefore"],
  ["String.substringAfter", "substringAfter"],
  ["String.replace", "replace"],
  ["String.replaceFirst", "replaceFirst"],
  ["String.removeSpaces", "removeSpaces"],
  ["String.len", "length"],
  ["Arrays.contains", "contains"],
  ["Arrays.size", "size"],
  ["Arrays.isEmpty", "isEmpty"],
  ["Arrays.add", "add"],
  ["Arrays.remove", "remove"],
  ["Arrays.flatten", "flatten"],
];

/**
 * Unverified: how methods handle null. As in classic functions, null has length 0, contains nothing, and stays null.
 * @see Okta Expression Language in Okta Identity Engine, "String functions" to "Data conversion functions"
 */
export const methods: ReadonlyMap<string, ExpressionFunction> = new Map([
  ...methodsByFunction.map(([functionName, name]) => [name, asMethod(functionName)] as const),
  ["contains", method(["search"], [text, list], contains)],
  ["substring", method(["start", "end?"], [text], substring)],
  ["add", method(["value"], [list], orNull("Arrays.add"))],
  ["remove", method(["value"], [list], orNull("Arrays.remove"))],
  ["flatten", method([], [list], orNull("Arrays.flatten"))],
  ["toNumber", method([], [text], toNumber)],
  ["toInteger", method([], [text, number], toInteger)],
]);

function method(
  parameters: readonly string[],
  kinds: readonly Kind[],
  evaluate: (call: Call) => Value,
): ExpressionFunction {
  return {
    parameters,
    evaluate: (call) => {
      const { value, node } = argumentAt(call, 0);
      if (value !== null && !kinds.some(({ isMet }) => isMet(value)))
        throw refuseType(value, kinds.map(({ name }) => name).join(" or "), node.span);
      return evaluate(call);
    },
  };
}

function asMethod(functionName: string): ExpressionFunction {
  const { parameters, evaluate } = findFunction(functionName);
  return method(parameters.slice(1), [functionName.startsWith("String.") ? text : list], evaluate);
}

function findFunction(name: string): ExpressionFunction {
  const found = stringFunctions.get(name) ?? arrayFunctions.get(name);
  if (!found) throw new Error(`There is no function ${name}`);
  return found;
}

/** Returns null for null, because the classic array function refuses null. */
function orNull(name: string): (call: Call) => Value {
  const { evaluate } = findFunction(name);
  return (call) => (argumentAt(call, 0).value === null ? null : evaluate(call));
}

function contains(call: Call): Value {
  const { value } = argumentAt(call, 0);
  const name = typeof value === "string" ? "String.stringContains" : "Arrays.contains";
  return findFunction(name).evaluate(call);
}

function substring(call: Call): Value {
  const { value, node } = argumentAt(call, 0);
  const { evaluate } = findFunction("String.substring");
  if (call.parameters.length > 2 || typeof value !== "string") return evaluate(call);
  const end = { value: value.length, node };
  return evaluate({ ...call, parameters: [...call.parameters, end] });
}

const decimal = /^[+-]?\d{1,400}(?:\.\d{1,400})?$/;

function toNumber(call: Call): number | null {
  const argument = argumentAt(call, 0);
  const { value } = argument;
  if (value === null || typeof value === "number") return value;
  const parsed = typeof value === "string" && decimal.test(value) ? Number(value) : Number.NaN;
  return Number.isFinite(parsed) ? parsed : fail(argument, "a number in the string");
}

/** Rounds half up, and wraps around at 32 bits, as in Okta's samples. */
function toInteger(call: Call): number | null {
  const parsed = toNumber(call);
  return parsed === null ? null : Math.floor(parsed + 0.5) | 0;
}
