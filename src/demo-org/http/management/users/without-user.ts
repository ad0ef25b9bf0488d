import type { Configuration } from "../../../model/configuration.ts";
import { withoutInRules } from "../authorization-servers/without-in-rules.ts";

/** Deletes a user with memberships and app assignments, and removes them from the rules of access policies. */
export function withoutUser(configuration: Configuration, userId: string): Configuration {
  return {
    ...withoutAssignments(configuration, userId),
    users: configuration.users.filter(({ id }) => id !== userId),
    memberships: configuration.memberships.filter((membership) => membership.userId !== userId),
    customServers: configuration.customServers.map((it) => withoutInRules(it, "users", userId)),
  };
}

/** Removes a user's direct app assignments. Those of groups remain. */
export function withoutAssignments(configuration: Configuration, userId: string): Configuration {
  return {
    ...configuration,
    applications: configuration.applications.map((application) => ({
      ...application,
      assignments: {
        ...application.assignments,
        users: application.assignments.users.filter(({ id }) => id !== userId),
      },
    })),
  };
}
