import type { Configuration } from "../../model/configuration.ts";
import type { PolicyRule } from "../../model/custom-server.ts";

/** Deletes a group: its members, the apps that it is assigned to and the rules of access policies forget it. */
export function withoutGroup(configuration: Configuration, groupId: string): Configuration {
  const isAnother = (id: string) => id !== groupId;
  return {
    ...configuration,
    groups: configuration.groups.filter(({ id }) => isAnother(id)),
    memberships: configuration.memberships.map(({ userId, groupIds }) => ({
      userId,
      groupIds: groupIds.filter(isAnother),
    })),
    applications: configuration.applications.map((application) => ({
      ...application,
      assignments: {
        ...application.assignments,
        groups: application.assignments.groups.filter(({ id }) => isAnother(id)),
      },
    })),
    customServers: configuration.customServers.map((server) => ({
      ...server,
      policies: server.policies.map((policy) => ({
        ...policy,
        rules: policy.rules.map((rule) => withoutGroupInRule(rule, isAnother)),
      })),
    })),
  };
}

function withoutGroupInRule(rule: PolicyRule, isAnother: (id: string) => boolean): PolicyRule {
  const { people } = rule.conditions;
  const include = people.groups.include.filter(isAnother);
  return {
    ...rule,
    conditions: { ...rule.conditions, people: { ...people, groups: { include } } },
  };
}
