import type { Configuration } from "../../../model/configuration.ts";

export type MembershipChange = {
  readonly groupId: string;
  readonly userId: string;
  readonly now: string;
};

/** Adds the group after the user's other groups, because tokens list groups in this order. */
export function addMember(configuration: Configuration, change: MembershipChange): Configuration {
  return changeGroups(configuration, change, (ids) =>
    ids.includes(change.groupId) ? ids : [...ids, change.groupId],
  );
}

export function removeMember(
  configuration: Configuration,
  change: MembershipChange,
): Configuration {
  return changeGroups(configuration, change, (ids) => ids.filter((id) => id !== change.groupId));
}

function changeGroups(
  configuration: Configuration,
  { groupId, userId, now }: MembershipChange,
  change: (groupIds: string[]) => string[],
): Configuration {
  const { memberships, groups } = configuration;
  const before = memberships.find((it) => it.userId === userId) ?? { userId, groupIds: [] };
  const groupIds = change(before.groupIds);
  if (groupIds.length === before.groupIds.length) return configuration;
  const isKnown = memberships.includes(before);
  return {
    ...configuration,
    groups: groups.map((it) => (it.id === groupId ? { ...it, lastMembershipUpdated: now } : it)),
    memberships: isKnown
      ? memberships.map((it) => (it === before ? { userId, groupIds } : it))
      : [...memberships, { userId, groupIds }],
  };
}
