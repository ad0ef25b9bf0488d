import type { Configuration } from "../../../model/configuration.ts";

export type MembershipChange = {
  readonly groupId: string;
  readonly userId: string;
  readonly now: string;
};

/** Adds the group after the user's other groups: tokens list groups in that order. */
export function addMember(configuration: Configuration, change: MembershipChange): Configuration {
  const groupIds = findGroupIds(configuration, change);
  if (groupIds.includes(change.groupId)) return configuration;
  return withGroupIds(configuration, change, [...groupIds, change.groupId]);
}

export function removeMember(
  configuration: Configuration,
  change: MembershipChange,
): Configuration {
  const groupIds = findGroupIds(configuration, change);
  if (!groupIds.includes(change.groupId)) return configuration;
  return withGroupIds(
    configuration,
    change,
    groupIds.filter((id) => id !== change.groupId),
  );
}

function findGroupIds(
  { memberships }: Configuration,
  { userId }: MembershipChange,
): readonly string[] {
  return memberships.find((it) => it.userId === userId)?.groupIds ?? [];
}

function withGroupIds(
  { memberships, groups, ...others }: Configuration,
  { groupId, userId, now }: MembershipChange,
  groupIds: string[],
): Configuration {
  const after = { userId, groupIds };
  const isKnown = memberships.some((it) => it.userId === userId);
  return {
    ...others,
    groups: groups.map((it) => (it.id === groupId ? { ...it, lastMembershipUpdated: now } : it)),
    memberships: isKnown
      ? memberships.map((it) => (it.userId === userId ? after : it))
      : [...memberships, after],
  };
}
