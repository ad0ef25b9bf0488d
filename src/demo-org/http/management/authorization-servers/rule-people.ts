import type { CustomServer, PolicyRule } from "../../../model/custom-server.ts";

export function withoutInRules(
  server: CustomServer,
  kind: "users" | "groups",
  id: string,
): CustomServer {
  return {
    ...server,
    policies: server.policies.map((policy) => ({
      ...policy,
      rules: policy.rules.map((rule) => withoutInRule(rule, kind, id)),
    })),
  };
}

function withoutInRule(rule: PolicyRule, kind: "users" | "groups", id: string): PolicyRule {
  const { people } = rule.conditions;
  const { include, exclude } = people[kind];
  const isAnother = (it: string) => it !== id;
  const left = {
    include: include.filter(isAnother),
    ...(exclude && { exclude: exclude.filter(isAnother) }),
  };
  return { ...rule, conditions: { ...rule.conditions, people: { ...people, [kind]: left } } };
}
