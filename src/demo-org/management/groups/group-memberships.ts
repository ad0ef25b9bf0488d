import type { Configuration } from "../../model/configuration.ts";

/** Somebody in a group, and the time of the change as the API writes it. */
type MembershipChange = {
  readonly groupId: string;
  readonly userId: string;
  readonly now: string;
};

/**
 * Puts a person into a group, behind those that they are in already: tokens name groups in that order.
 *
 * @returns The same configuration where they are in it.
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
 * Takes a person out of a group.
 *
 * @returns The same configuration where they are not in it.
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

/** The people in a group, in the order in which the org lists people. */
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
