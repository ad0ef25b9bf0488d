import type { User } from "../../../model/user.ts";
import { isTooManyGroups } from "../../group-limit.ts";
import type { Call, ExpressionFunction } from "../environment.ts";
import { ExpressionError } from "../expression-error.ts";
import { describeGroup } from "../group-value.ts";
import type { Value } from "../values.ts";
import { readCriteria } from "./group-criteria.ts";
import { argumentAt, requireTextAt } from "./read-arguments.ts";

/**
 * The functions of the person.
 *
 * @see Okta Expression Language overview, "Okta user profile" and "Group functions"; Okta Expression Language in
 *   Identity Engine, "Group functions"
 */
export const userFunctions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ["user.getInternalProperty", { parameters: ["property"], evaluate: getInternalProperty }],
  ["user.getGroups", { parameters: ["...criteria"], evaluate: getGroups }],
  ["user.isMemberOf", { parameters: ["...criteria"], evaluate: isMemberOf }],
]);

const internalProperties: ReadonlyMap<string, (user: User) => string> = new Map([
  ["id", ({ id }: User) => id],
  ["status", ({ status }: User) => status],
  ["created", ({ created }: User) => created],
  ["lastUpdated", ({ lastUpdated }: User) => lastUpdated],
]);

function getInternalProperty(call: Call): Value {
  const name = requireTextAt(call, 0);
  const read = internalProperties.get(name);
  if (!read) {
    const advice = `Available: ${[...internalProperties.keys()].join(", ")}.`;
    const problem = { code: "not_supported", name: `the property ${name}`, advice } as const;
    throw new ExpressionError(problem, argumentAt(call, 0).node.span);
  }
  const { user } = call.environment.context;
  return user ? read(user) : null;
}

/**
 * The groups themselves. That more than a hundred are too many outside the code flow is unverified; chosen because the
 * limit is said to be the claim's, whatever finds its groups.
 */
function getGroups(call: Call): Value {
  const { context, budget } = call.environment;
  const isWanted = readCriteria(call);
  const found = context.groups.filter(isWanted);
  if (isTooManyGroups(found.length, context.flow))
    throw new ExpressionError({ code: "too_many_groups" }, call.span);
  const groups = found.map((group) => describeGroup(group, budget, call.span));
  return budget.list(groups, call.span);
}

function isMemberOf(call: Call): Value {
  return call.environment.context.groups.some(readCriteria(call));
}
