import type { ApiCall } from "../api/api-call.ts";

/** @see Okta: Groups API */
const base = "/api/v1/groups";

export const groupsPath = `${base}?limit=200`;
export const buildGroupPath = (id: string) => `${base}/${encodeURIComponent(id)}`;
export const buildMembersPath = (id: string) => `${buildGroupPath(id)}/users?limit=200`;

export type GroupProfile = { readonly name: string; readonly description: string };

export function addGroup({ name, description }: GroupProfile): ApiCall {
  return { method: "POST", path: base, body: { profile: { name, description } } };
}

export function replaceGroup(id: string, { name, description }: GroupProfile): ApiCall {
  return { method: "PUT", path: buildGroupPath(id), body: { profile: { name, description } } };
}

export function deleteGroup(id: string): ApiCall {
  return { method: "DELETE", path: buildGroupPath(id) };
}

export function addMember(groupId: string, userId: string): ApiCall {
  return { method: "PUT", path: buildMemberPath(groupId, userId) };
}

export function removeMember(groupId: string, userId: string): ApiCall {
  return { method: "DELETE", path: buildMemberPath(groupId, userId) };
}

function buildMemberPath(groupId: string, userId: string): string {
  return `${buildGroupPath(groupId)}/users/${encodeURIComponent(userId)}`;
}
