import type { Configuration } from "../../../model/configuration.ts";
import { withoutInRules } from "../authorization-servers/without-in-rules.ts";

/** Deletes a group with its memberships, and removes it from apps and from the rules of access policies. */
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
    customServers: configuration.customServers.map((it) => withoutInRules(it, "groups", groupId)),
  };
}
