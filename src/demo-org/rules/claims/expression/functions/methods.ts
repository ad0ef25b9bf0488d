import type { Call, ExpressionFunction } from "../environment.ts";
import { refuse } from "../operations.ts";
import { isList, type Value } from "../values.ts";
import { arrayFunctions } from "./array-functions.ts";
import { argumentAt, fail } from "./call-arguments.ts";
import { stringFunctions } from "./string-functions.ts";

const text = { name: "a string", isMet: (value: Value) => typeof value === "string" };
const list = { name: "an array", isMet: isList };
const number = { name: "a number", isMet: (value: Value) => typeof value === "number" };

type Kind = { readonly name: string; readonly isMet: (value: Value) => boolean };

/**
 * Unverified: how they handle null. As in the classic functions, it has length 0, contains nothing, and stays null.
 * @see Okta Expression Language in Okta Identity Engine, "String functions" to "Data conversion functions"
 */
export const methods: ReadonlyMap<string, ExpressionFunction> = new Map([
  ["contains", method(["searched"], [text, list], contains)],
  ["toUpperCase", asFunction([], text, "String.toUpperCase")],
  ["toLowerCase", asFunction([], text, "String.toLowerCase")],
  ["substring", method(["start", "end?"], [text], substring)],
  ["substringBefore", asFunction(["search"], text, "String.substringBefore")],
  ["substringAfter", asFunction(["search"], text, "String.substringAfter")],
  ["replace", asFunction(["match", "replacement"], text, "String.replace")],
  ["replaceFirst", asFunction(["match", "replacement"], text, "String.replaceFirst")],
  ["removeSpaces", asFunction([], text, "String.removeSpaces")],
  ["length", asFunction([], text, "String.len")],
  ["toNumber", method([], [text], toNumber)],
  ["toInteger", method([], [text, number], toInteger)],
  ["size", asFunction([], list, "Arrays.size")],
  ["isEmpty", asFunction([], list, "Arrays.isEmpty")],
  ["add", method(["value"], [list], orNull("Arrays.add"))],
  ["remove", method(["value"], [list], orNull("Arrays.remove"))],
  ["flatten", method([], [list], orNull("Arrays.flatten"))],
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
        throw refuse(value, kinds.map(({ name }) => name).join(" or "), node.span);
      return evaluate(call);
    },
  };
}

function asFunction(parameters: readonly string[], kind: Kind, name: string): ExpressionFunction {
  return method(parameters, [kind], callFunction(name));
}

function callFunction(name: string): (call: Call) => Value {
  const called = stringFunctions.get(name) ?? arrayFunctions.get(name);
  if (!called) throw new Error(`There is no function ${name}`);
  return called.evaluate;
}

/** The classic array functions refuse null. */
function orNull(name: string): (call: Call) => Value {
  const evaluate = callFunction(name);
  return (call) => (argumentAt(call, 0).value === null ? null : evaluate(call));
}

const stringContains = callFunction("String.stringContains");
const arrayContains = callFunction("Arrays.contains");

function contains(call: Call): Value {
  const { value } = argumentAt(call, 0);
  return typeof value === "string" ? stringContains(call) : arrayContains(call);
}

const substringBetween = callFunction("String.substring");

function substring(call: Call): Value {
  const { value, node } = argumentAt(call, 0);
  if (call.parameters.length > 2 || typeof value !== "string") return substringBetween(call);
  const end = { value: value.length, node };
  return substringBetween({ ...call, parameters: [...call.parameters, end] });
}

const decimal = /^[+-]?\d{1,400}(?:\.\d{1,400})?$/;

function toNumber(call: Call): number | null {
  const argument = argumentAt(call, 0);
  const { value } = argument;
  if (value === null || typeof value === "number") return value;
  const parsed = typeof value === "string" && decimal.test(value) ? Number(value) : Number.NaN;
  return Number.isFinite(parsed) ? parsed : fail(argument, "a number in the string");
}

/** Rounds half up, and wraps around at 32 bits, as in the samples. */
function toInteger(call: Call): number | null {
  const parsed = toNumber(call);
  return parsed === null ? null : Math.floor(parsed + 0.5) | 0;
}
