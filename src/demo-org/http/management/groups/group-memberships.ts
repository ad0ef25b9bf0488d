import type { Configuration } from "../../../model/configuration.ts";

/** A user, a group, and the time of the change in the API's format. */
type MembershipChange = {
  readonly groupId: string;
  readonly userId: string;
  readonly now: string;
};

/**
 * Adds a user to a group, after the user's other groups: tokens list groups in that order.
 *
 * @returns The same configuration if the user is a member already.
 */
export function addMember(
  configuration: Configuration,
  { groupId, userId, now }: MembershipChange,
): Configuration {
  const { memberships } = configuration;
  const before = memberships.find((it) => it.userId === userId);
  if (before?.groupIds.includes(groupId)) return configuration;
  const after = { userId, groupIds: [...(before?.groupIds ?? []), groupId] };
  return {
    ...configuration,
    groups: dateMembership(configuration, groupId, now),
    memberships: before
      ? memberships.map((it) => (it === before ? after : it))
      : [...memberships, after],
  };
}

/**
 * Removes a user from a group.
 *
 * @returns The same configuration if the user is not a member.
 */
export function removeMember(
  configuration: Configuration,
  { groupId, userId, now }: MembershipChange,
): Configuration {
  const { memberships } = configuration;
  const before = memberships.find((it) => it.userId === userId);
  if (!before?.groupIds.includes(groupId)) return configuration;
  const after = { userId, groupIds: before.groupIds.filter((id) => id !== groupId) };
  return {
    ...configuration,
    groups: dateMembership(configuration, groupId, now),
    memberships: memberships.map((it) => (it === before ? after : it)),
  };
}

/** A group's members, in the org's order of users. */
export function listMembers(configuration: Configuration, groupId: string) {
  const memberIds = new Set(
    configuration.memberships
      .filter(({ groupIds }) => groupIds.includes(groupId))
      .map(({ userId }) => userId),
  );
  return configuration.users.filter(({ id }) => memberIds.has(id));
}

function dateMembership({ groups }: Configuration, groupId: string, now: string) {
  return groups.map((group) =>
    group.id === groupId ? { ...group, lastMembershipUpdated: now } : group,
  );
}
