import type { User } from "../../../../model/user.ts";
import { groupLimit, isTooManyGroups } from "../../group-filter.ts";
import type { Call, ExpressionFunction } from "../environment.ts";
import { ExpressionError, refuseMissing } from "../expression-error.ts";
import { describeGroup } from "../group-value.ts";
import type { Value } from "../values.ts";
import { argumentAt, requireTextAt } from "./call-arguments.ts";
import { parseCriteria } from "./group-criteria.ts";

/**
 * Unverified: that more than a hundred groups are an error outside the code flow; and that `getGroups()` without
 * criteria returns no groups in classic claims, as in federated claims.
 * @see okta/terraform-provider-okta#2745 on GitHub
 */
export const getGroups: ExpressionFunction = {
  parameters: ["...criteria?"],
  evaluate: (call) => {
    if (call.parameters.length === 0) return [];
    const { context, budget } = call.environment;
    const found = context.groups.filter(parseCriteria(call));
    if (isTooManyGroups(found.length, context.flow)) {
      const message = `More than ${groupLimit} groups match. Except in the code flow, a claim can have at most ${groupLimit}.`;
      throw new ExpressionError("too_many_groups", message, call.span);
    }
    const groups = found.map((group) => describeGroup(group, budget, call.span));
    return budget.list(groups, call.span);
  },
};

export const isMemberOf: ExpressionFunction = {
  parameters: ["...criteria"],
  evaluate: (call) => call.environment.context.groups.some(parseCriteria(call)),
};

/** @see Okta Expression Language overview, "Okta user profile" and "Group functions" */
export const userFunctions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ["user.getInternalProperty", { parameters: ["property"], evaluate: getInternalProperty }],
  ["user.getGroups", getGroups],
  ["user.isMemberOf", isMemberOf],
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
    const { span } = argumentAt(call, 0).node;
    throw refuseMissing(`the property ${name}`, { code: "not_supported", advice }, span);
  }
  const { user } = call.environment.context;
  return user ? read(user) : null;
}
