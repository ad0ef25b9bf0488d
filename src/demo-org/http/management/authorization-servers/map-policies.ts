import type { Configuration } from "../../../model/configuration.ts";
import type { AccessPolicy } from "../../../model/custom-server.ts";

export function mapPolicies(
  configuration: Configuration,
  change: (policy: AccessPolicy) => AccessPolicy,
): Configuration {
  const customServers = configuration.customServers.map((server) => ({
    ...server,
    policies: server.policies.map(change),
  }));
  return { ...configuration, customServers };
}

export function withoutInRules(
  configuration: Configuration,
  kind: "users" | "groups",
  id: string,
): Configuration {
  const isAnother = (it: string) => it !== id;
  return mapPolicies(configuration, (policy) => ({
    ...policy,
    rules: policy.rules.map((rule) => {
      const { people } = rule.conditions;
      const { include, exclude } = people[kind];
      const left = {
        include: include.filter(isAnother),
        ...(exclude && { exclude: exclude.filter(isAnother) }),
      };
      return { ...rule, conditions: { ...rule.conditions, people: { ...people, [kind]: left } } };
    }),
  }));
}
