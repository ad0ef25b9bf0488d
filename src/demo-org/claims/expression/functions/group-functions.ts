import type { Group } from "../../../model/group.ts";
import { groupLimit } from "../../group-limit.ts";
import type { Call, ExpressionFunction } from "../environment.ts";
import { ExpressionError } from "../expression-error.ts";
import type { Value } from "../values.ts";
import { argumentAt, listAt, requireTextAt, requireWholeAt } from "./read-arguments.ts";

const startEndOrPart = ["app", "pattern", "limit"];

/**
 * The functions that name a person's groups. Unlike filters they see imported groups too.
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
 * Groups of one source by a part of their names, which is text and no pattern; null where there is none.
 *
 * Unverified: that case does not count, chosen because it does not in the filters either, and that of more groups than
 * the limit the first are named.
 */
function find(isMatch: (name: string, pattern: string) => boolean): ExpressionFunction {
  return {
    parameters: startEndOrPart,
    evaluate: (call) => {
      const app = requireTextAt(call, 0);
      const pattern = requireTextAt(call, 1).toLowerCase();
      const limit = readLimit(call);
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
 * Whether a group comes from a source: Okta itself, a kind of app, or one app by its ID.
 *
 * That Everyone is one of Okta's is unverified; chosen because the filters let it through.
 */
function isFrom({ type, source }: Group, app: string): boolean {
  if (type !== "APP_GROUP") return app === "OKTA";
  return source !== undefined && (source.id === app || source.name === app);
}

/**
 * Of the groups on a list of IDs those that the person is in, each as an expression has it.
 *
 * A list that is null is an empty one: Okta's guide wants it not to be null and names no error, and a server's claim is
 * there for apps, too, whose profile has no list (unverified). What an expression makes null of is left out (unverified).
 * An empty expression, as some copies of the guide show it, is an error like any other that cannot be read (unverified).
 */
function filter(call: Call): Value {
  const wanted = new Set(listAt(call, 0));
  const evaluate = call.buildGroupExpression(argumentAt(call, 1));
  const limit = readLimit(call);
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
 * The `limit` argument: up to 100, or any number where a code is exchanged.
 *
 * @see Okta: Customize tokens returned from Okta with a static allowlist
 */
function readLimit(call: Call): number {
  const limit = requireWholeAt(call, 2);
  const highest = call.environment.context.flow === "code" ? 2 ** 31 - 1 : groupLimit;
  if (limit >= 1 && limit <= highest) return limit;
  throw new ExpressionError({ code: "limit_out_of_range", highest }, argumentAt(call, 2).node.span);
}
