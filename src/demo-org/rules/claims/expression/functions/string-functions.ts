import type { Call, ExpressionFunction } from "../environment.ts";
import { ExpressionError, refuseCount, refuseIndex } from "../expression-error.ts";
import type { Value } from "../values.ts";
import {
  argumentAt,
  defineFunction,
  requireTextAt,
  requireWholeAt,
  textAt,
} from "./call-arguments.ts";

/**
 * Unverified: how these functions handle null. Here null has length 0, as in Okta's sample, contains nothing, adds
 * nothing, and stays null.
 * @see Okta Expression Language overview, "String functions"
 */
export const stringFunctions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ["String.append", defineFunction(["text", "suffix"], (call) => join(call, "", 0))],
  [
    "String.join",
    defineFunction(["separator", "...texts"], (call) => join(call, requireTextAt(call, 0), 1)),
  ],
  ["String.len", defineFunction(["text"], (call) => textAt(call, 0)?.length ?? 0)],
  ["String.removeSpaces", ofText([], (text) => text.replaceAll(" ", ""))],
  ["String.replace", ofText(["match", "replacement"], replaceAll)],
  ["String.replaceFirst", ofText(["match", "replacement"], replaceFirst)],
  ["String.startsWith", test((text, start) => text.startsWith(start))],
  ["String.stringContains", test((text, search) => text.includes(search))],
  ["String.stringSwitch", defineFunction(["text", "otherwise", "...keysAndValues"], choose)],
  ["String.substring", ofText(["start", "end"], substring)],
  ["String.substringAfter", ofText(["search"], substringAfter)],
  ["String.substringBefore", ofText(["search"], substringBefore)],
  ["String.toLowerCase", ofText([], (text) => text.toLowerCase())],
  ["String.toUpperCase", ofText([], (text) => text.toUpperCase())],
]);

function ofText(
  more: readonly string[],
  evaluate: (text: string, call: Call) => string,
): ExpressionFunction {
  return defineFunction(["text", ...more], (call) => {
    const text = textAt(call, 0);
    return text === null ? null : evaluate(text, call);
  });
}

function test(isMatch: (text: string, search: string) => boolean): ExpressionFunction {
  return defineFunction(["text", "search"], (call) => {
    const text = textAt(call, 0);
    const search = requireTextAt(call, 1);
    return text !== null && isMatch(text, search);
  });
}

function join(call: Call, separator: string, from: number): string {
  const texts = call.parameters.map((_parameter, index) => textAt(call, index) ?? "");
  return texts.slice(from).join(separator);
}

function replaceAll(text: string, call: Call): string {
  const [match, replacement] = [requireTextAt(call, 1), requireTextAt(call, 2)];
  if (match === "") return text;
  const pieces = text.split(match);
  const growth = (pieces.length - 1) * (replacement.length - match.length);
  if (growth > 0) call.environment.budget.spend(Math.ceil(growth / 16), call.span);
  return pieces.join(replacement);
}

function replaceFirst(text: string, call: Call): string {
  const [match, replacement] = [requireTextAt(call, 1), requireTextAt(call, 2)];
  const position = match === "" ? -1 : text.indexOf(match);
  if (position === -1) return text;
  return text.slice(0, position) + replacement + text.slice(position + match.length);
}

function choose(call: Call): Value {
  const text = textAt(call, 0) ?? "";
  if (call.parameters.length % 2 === 1)
    throw refuseCount("String.stringSwitch", "a value after each key", call.span);
  for (let index = 2; index < call.parameters.length; index += 2)
    if (text.includes(requireTextAt(call, index))) return textAt(call, index + 1);
  return textAt(call, 1);
}

/** Positions outside the string are an error, as in Java. */
function substring(text: string, call: Call): string {
  const [start, end] = [requireWholeAt(call, 1), requireWholeAt(call, 2)];
  if (0 <= start && start <= end && end <= text.length) return text.slice(start, end);
  const place = (index: number) => argumentAt(call, index).node.span;
  if (0 <= end && end < start && start <= text.length) {
    const message = `The end, ${end}, is before the start, ${start}.`;
    throw new ExpressionError("end_before_start", message, place(2));
  }
  const isStartWrong = start < 0 || start > text.length;
  const index = isStartWrong ? start : end;
  throw refuseIndex("string", index, text.length, place(isStartWrong ? 1 : 2));
}

/** Unverified: returns the whole string if it doesn't contain the search string, as in Apache Commons. */
function substringBefore(text: string, call: Call): string {
  const position = text.indexOf(requireTextAt(call, 1));
  return position === -1 ? text : text.slice(0, position);
}

/** Unverified: returns an empty string if the text doesn't contain the search string, as in Apache Commons. */
function substringAfter(text: string, call: Call): string {
  const search = requireTextAt(call, 1);
  const position = text.indexOf(search);
  return position === -1 ? "" : text.slice(position + search.length);
}
