import { parseNamePattern } from "../../pattern.ts";
import type { Call, ExpressionFunction } from "../environment.ts";
import { preparePattern } from "../prepare-pattern.ts";
import { argumentAt, requireTextAt } from "./call-arguments.ts";

/** Unverified: that names are case-sensitive. @see Okta Expression Language overview, "Group functions" */
export const membershipFunctions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ["isMemberOfGroup", { parameters: ["groupId"], evaluate: isInOne(ids) }],
  ["isMemberOfAnyGroup", { parameters: ["...groupIds"], evaluate: isInOne(ids) }],
  ["isMemberOfGroupName", { parameters: ["name"], evaluate: isInOne(names) }],
  ["isMemberOfGroupNameStartsWith", byName("start", (name, start) => name.startsWith(start))],
  ["isMemberOfGroupNameContains", byName("part", (name, part) => name.includes(part))],
  ["isMemberOfGroupNameRegex", { parameters: ["regex"], evaluate: byRegex }],
]);

function ids({ environment }: Call): readonly string[] {
  return environment.context.groups.map(({ id }) => id);
}

function names({ environment }: Call): readonly string[] {
  return environment.context.groups.map(({ profile }) => profile.name);
}

function isInOne(list: (call: Call) => readonly string[]): (call: Call) => boolean {
  return (call) => {
    const wanted = new Set(call.parameters.map((_parameter, index) => requireTextAt(call, index)));
    return spend(call, list(call)).some((it) => wanted.has(it));
  };
}

function byName(
  parameter: string,
  isMatch: (name: string, text: string) => boolean,
): ExpressionFunction {
  return {
    parameters: [parameter],
    evaluate: (call) => {
      const text = requireTextAt(call, 0);
      return spend(call, names(call)).some((name) => isMatch(name, text));
    },
  };
}

/** Unverified: that the whole name must match, and that a leading slash, as in Okta's example, is ignored. */
function byRegex(call: Call): boolean {
  const source = requireTextAt(call, 0);
  const isHalfOpen = source.startsWith("/") && !source.endsWith("/");
  const pattern = parseNamePattern(isHalfOpen ? source.slice(1) : source);
  const { span } = argumentAt(call, 0).node;
  return spend(call, names(call)).some(preparePattern(pattern, call.environment.budget, span));
}

function spend<T>({ environment, span }: Call, list: readonly T[]): readonly T[] {
  environment.budget.spend(list.length, span);
  return list;
}
