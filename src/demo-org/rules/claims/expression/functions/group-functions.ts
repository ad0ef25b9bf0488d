import type { Group } from "../../../../model/group.ts";
import { groupLimit } from "../../group-filter.ts";
import type { Call, ExpressionFunction } from "../environment.ts";
import { ExpressionError } from "../expression-error.ts";
import type { Value } from "../values.ts";
import { argumentAt, listAt, requireTextAt, requireWholeAt } from "./call-arguments.ts";

const startEndOrPart = ["app", "pattern", "limit"];

/** Unlike filters, these functions return imported groups. @see Okta Expression Language overview, "Group functions" */
export const groupFunctions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ["Groups.startsWith", find((name, pattern) => name.startsWith(pattern))],
  ["Groups.endsWith", find((name, pattern) => name.endsWith(pattern))],
  ["Groups.contains", find((name, pattern) => name.includes(pattern))],
  [
    "getFilteredGroups",
    { parameters: ["allowlist", "group_expression", "limit"], evaluate: filter },
  ],
]);

/** Unverified: that case is ignored, as in filters; and that the first groups up to the limit are returned. */
function find(isMatch: (name: string, pattern: string) => boolean): ExpressionFunction {
  return {
    parameters: startEndOrPart,
    evaluate: (call) => {
      const app = requireTextAt(call, 0);
      const pattern = requireTextAt(call, 1).toLowerCase();
      const limit = parseLimit(call);
      const { context, budget } = call.environment;
      budget.spend(context.groups.length, call.span);
      const names = context.groups
        .filter((group) => isFrom(group, app))
        .map(({ profile }) => profile.name)
        .filter((name) => isMatch(name.toLowerCase(), pattern));
      return names.length > 0 ? budget.list(names.slice(0, limit), call.span) : null;
    },
  };
}

/** Unverified: that Everyone counts as a group of `OKTA`, as in filters. */
function isFrom({ type, source }: Group, app: string): boolean {
  if (type !== "APP_GROUP") return app === "OKTA";
  return source !== undefined && (source.id === app || source.name === app);
}

/** Unverified: that null counts as an empty list, null results are left out, and an empty expression is an error. */
function filter(call: Call): Value {
  const wanted = new Set(listAt(call, 0));
  const evaluate = call.buildGroupExpression(argumentAt(call, 1));
  const limit = parseLimit(call);
  const { context, budget } = call.environment;
  budget.spend(context.groups.length, call.span);
  const values = context.groups
    .filter(({ id }) => wanted.has(id))
    .slice(0, limit)
    .map(evaluate)
    .filter((value) => value !== null);
  return budget.list(values, call.span);
}

/** @see Okta: Customize tokens returned from Okta with a static allowlist (any number if a code is exchanged) */
function parseLimit(call: Call): number {
  const limit = requireWholeAt(call, 2);
  const isCode = call.environment.context.flow === "code";
  const highest = isCode ? 2 ** 31 - 1 : groupLimit;
  if (limit >= 1 && limit <= highest) return limit;
  const message = `The limit must be a whole number from 1 to ${highest}${isCode ? "" : ", except in the code flow"}.`;
  throw new ExpressionError("limit_out_of_range", message, argumentAt(call, 2).node.span);
}
