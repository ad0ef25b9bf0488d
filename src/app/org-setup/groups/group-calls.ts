import type { ApiCall } from "../api/api-call.ts";
import type { Group } from "../api/okta-objects.ts";

/** @see Okta: Groups API */
const base = "/api/v1/groups";

export const groupsPath = `${base}?limit=200`;
/** Path of one group. */
export const buildGroupPath = (id: string) => `${base}/${encodeURIComponent(id)}`;
/** Path of a group's members. */
export const buildMembersPath = (id: string) => `${buildGroupPath(id)}/users?limit=200`;

export type GroupProfile = { readonly name: string; readonly description: string };

/** @see Okta: Groups API, "Add a group" */
export function addGroup({ name, description }: GroupProfile): ApiCall {
  return { method: "POST", path: base, body: { profile: { name, description } } };
}

/** The starting values of a group's form. */
export function toGroupProfile({ profile }: Group): GroupProfile {
  return { name: profile.name, description: profile.description ?? "" };
}

/** Only for groups created in Okta. @see Okta: Groups API, "Replace a group" */
export function replaceGroup(group: Group, { name, description }: GroupProfile): ApiCall {
  const profile = { ...group.profile, name, description };
  return { method: "PUT", path: buildGroupPath(group.id), body: { profile } };
}

/** @see Okta: Groups API, "Delete a group" */
export function deleteGroup(id: string): ApiCall {
  return { method: "DELETE", path: buildGroupPath(id) };
}

/** @see Okta: Groups API, "Assign a user to a group" */
export function addMember(groupId: string, userId: string): ApiCall {
  return { method: "PUT", path: buildMemberPath(groupId, userId) };
}

/** @see Okta: Groups API, "Unassign a user from a group" */
export function removeMember(groupId: string, userId: string): ApiCall {
  return { method: "DELETE", path: buildMemberPath(groupId, userId) };
}

function buildMemberPath(groupId: string, userId: string): string {
  return `${buildGroupPath(groupId)}/users/${encodeURIComponent(userId)}`;
}
