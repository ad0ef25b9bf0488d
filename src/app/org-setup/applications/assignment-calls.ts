import * as v from "valibot";
import type { ApiCall } from "../api/api-call.ts";
import { buildApplicationPath } from "./application-calls.ts";

/** @see Okta: Applications API, the AppUser object */
export const assignedUsersSchema = v.array(
  v.looseObject({
    id: v.string(),
    scope: v.optional(v.string(), "USER"),
    credentials: v.looseObject({ userName: v.string() }),
  }),
);

/** @see Okta: Applications API, the ApplicationGroupAssignment object */
export const assignedGroupsSchema = v.array(v.looseObject({ id: v.string() }));

/** Path of the people that an app is assigned to, directly or through a group. */
export const buildAssignedUsersPath = (applicationId: string) =>
  `${buildApplicationPath(applicationId)}/users`;
/** Path of the groups that an app is assigned to. */
export const buildAssignedGroupsPath = (applicationId: string) =>
  `${buildApplicationPath(applicationId)}/groups`;

/** @see Okta: Application Users API, "Assign an application user" */
export function assignUser(applicationId: string, id: string, userName: string): ApiCall {
  return {
    method: "POST",
    path: buildAssignedUsersPath(applicationId),
    body: { id, scope: "USER", credentials: { userName } },
  };
}

/** @see Okta: Application Users API, "Unassign an application user" */
export function unassignUser(applicationId: string, id: string): ApiCall {
  return {
    method: "DELETE",
    path: `${buildAssignedUsersPath(applicationId)}/${encodeURIComponent(id)}`,
  };
}

/** @see Okta: Application Groups API, "Assign an application group" */
export function assignGroup(applicationId: string, id: string): ApiCall {
  return {
    method: "PUT",
    path: `${buildAssignedGroupsPath(applicationId)}/${encodeURIComponent(id)}`,
    body: {},
  };
}

/** @see Okta: Application Groups API, "Unassign an application group" */
export function unassignGroup(applicationId: string, id: string): ApiCall {
  return {
    method: "DELETE",
    path: `${buildAssignedGroupsPath(applicationId)}/${encodeURIComponent(id)}`,
  };
}
