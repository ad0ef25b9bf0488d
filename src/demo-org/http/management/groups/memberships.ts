import type { Configuration } from "../../../model/configuration.ts";
import { listGroups } from "../../../model/directory.ts";
import { listEntries, listRepeated, listUnknown } from "../import-problems.ts";
import type { ManagementHandler, ManagementRequest, Resource } from "../management-request.ts";
import { sendList } from "../paging.ts";
import { listIds } from "../references.ts";
import { renderUser } from "../users/render-user.ts";
import { findUser, isTokenOwner } from "../users/users.ts";
import { addMember, type MembershipChange, removeMember } from "./change-membership.ts";
import { findOktaGroup, groups, renderGroup } from "./groups.ts";

const membersPath = "/api/v1/groups/:groupId/users";
const memberPath = `${membersPath}/:userId`;

const added = ["group.user_membership.add", "Add user to group membership"] as const;
const removed = ["group.user_membership.remove", "Remove user from group membership"] as const;

/** @see Okta: Groups API, "List all member users"; Okta: User Resources API, "List all groups" */
export const memberships: Resource = {
  routes: [
    ["GET", membersPath, sendMembers],
    ["PUT", memberPath, changeMembership(addMember), added],
    ["DELETE", memberPath, changeMembership(removeMember), removed],
    ["GET", "/api/v1/users/:userId/groups", sendGroupsOfUser],
  ],
  listProblems,
};

function sendMembers(request: ManagementRequest): Promise<Response> {
  const { configuration, org } = request;
  const { id: groupId } = groups.find(configuration, request);
  const memberIds = new Set(
    configuration.memberships
      .filter(({ groupIds }) => groupIds.includes(groupId))
      .map(({ userId }) => userId),
  );
  const members = configuration.users.filter(({ id }) => memberIds.has(id));
  return sendList(request, members, (user) => renderUser(org, user), 1000);
}

function sendGroupsOfUser(request: ManagementRequest): Promise<Response> {
  const { configuration, org, param } = request;
  const id = param("userId");
  const groups = isTokenOwner(id) ? [] : listGroups(configuration, findUser(configuration, id).id);
  return sendList(request, groups, (group) => renderGroup(org, group), 200);
}

function changeMembership(
  change: (configuration: Configuration, change: MembershipChange) => Configuration,
): ManagementHandler {
  return async ({ c, org, param, now }) => {
    await org.changeConfiguration((latest) => {
      const { id: groupId } = findOktaGroup(latest, param("groupId"));
      const { id: userId } = findUser(latest, param("userId"));
      return change(latest, { groupId, userId, now });
    });
    return c.body(null, 204);
  };
}

function listProblems(configuration: Configuration): readonly string[] {
  const { memberships, users, groups } = configuration;
  const groupIds = listIds(groups);
  return [
    ...listRepeated("memberships", "userId", memberships, ({ userId }) => userId),
    ...listUnknown(
      memberships.map(({ userId }, index) => [`memberships.${index}.userId`, userId]),
      listIds(users),
      "user",
    ),
    ...memberships.flatMap((it, index) => [
      ...listUnknown(listEntries(`memberships.${index}.groupIds`, it.groupIds), groupIds, "group"),
      ...listRepeated(`memberships.${index}.groupIds`, "", it.groupIds, (id) => id),
    ]),
    ...listNotInEveryone(configuration),
  ];
}

function listNotInEveryone({ groups, users, memberships }: Configuration): readonly string[] {
  const [everyone, ...others] = groups.filter(({ type }) => type === "BUILT_IN");
  if (!everyone || others.length > 0)
    return [
      `groups: Must have exactly one BUILT_IN group, but has ${everyone ? others.length + 1 : 0}`,
    ];
  const members = new Set(
    memberships.filter((it) => it.groupIds.includes(everyone.id)).map(({ userId }) => userId),
  );
  return users.flatMap(({ id }, index) =>
    members.has(id) ? [] : [`users.${index}: Must be a member of ${everyone.profile.name}`],
  );
}
