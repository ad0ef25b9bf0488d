import type { Group } from "../../../../model/group.ts";
import { groupLimit } from "../../group-limit.ts";
import type { Call, ExpressionFunction } from "../environment.ts";
import { ExpressionError } from "../expression-error.ts";
import type { Value } from "../values.ts";
import { argumentAt, listAt, requireTextAt, requireWholeAt } from "./read-arguments.ts";

const startEndOrPart = ["app", "pattern", "limit"];

/**
 * Functions that return names of the user's groups. Unlike filters they include imported groups.
 *
 * @see Okta Expression Language overview, "Group functions"; Okta: Customize tokens returned from Okta with a dynamic
 *   allowlist, and with a static allowlist
 */
export const groupFunctions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ["Groups.startsWith", find((name, pattern) => name.startsWith(pattern))],
  ["Groups.endsWith", find((name, pattern) => name.endsWith(pattern))],
  ["Groups.contains", find((name, pattern) => name.includes(pattern))],
  [
    "getFilteredGroups",
    { parameters: ["allowlist", "group_expression", "limit"], evaluate: filter },
  ],
]);

/**
 * The groups of a source whose names match a text (not a pattern); null if there are none.
 *
 * Unverified: that case is ignored, chosen because filters ignore it; and that the first groups up to the limit are
 * returned.
 */
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

/**
 * Whether a group has a source: Okta itself, a type of app, or one app by its ID.
 *
 * Unverified: that Everyone counts as an Okta group. Chosen because filters match it.
 */
function isFrom({ type, source }: Group, app: string): boolean {
  if (type !== "APP_GROUP") return app === "OKTA";
  return source !== undefined && (source.id === app || source.name === app);
}

/**
 * Evaluates an expression for each of the user's groups whose ID is on a list.
 *
 * Unverified: null counts as an empty list, chosen because Okta's guide names no error for it and a custom server's
 * claim applies to apps without a list too; null results are left out; and an empty expression, as some copies of the
 * guide have it, is an error.
 */
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

/**
 * The `limit` argument: at most 100, or any number if a code is exchanged.
 *
 * @see Okta: Customize tokens returned from Okta with a static allowlist
 */
function parseLimit(call: Call): number {
  const limit = requireWholeAt(call, 2);
  const highest = call.environment.context.flow === "code" ? 2 ** 31 - 1 : groupLimit;
  if (limit >= 1 && limit <= highest) return limit;
  throw new ExpressionError({ code: "limit_out_of_range", highest }, argumentAt(call, 2).node.span);
}
