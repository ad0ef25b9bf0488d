import { listGroups } from "../../../model/directory.ts";
import { tokenOwner } from "../../../model/token-owner.ts";
import type { User } from "../../../model/user.ts";
import { selectMatching } from "../filter/select-matching.ts";
import { renderGroup } from "../groups/group-answers.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { sendList } from "../paging.ts";
import { createUser, replaceUser, updateUser } from "./change-user.ts";
import { findUser, isTokenOwner } from "./find-user.ts";
import { renderUser } from "./user-answers.ts";
import {
  activateUser,
  deactivateUser,
  deleteUser,
  suspendUser,
  unsuspendUser,
} from "./user-lifecycle.ts";

const base = "/api/v1/users";

/** @see Okta: Users API; Okta: User Lifecycle API */
export const userRoutes: readonly ManagementRoute[] = [
  ["GET", base, listUsers],
  ["POST", base, createUser],
  ["GET", `${base}/:userId`, readUser],
  ["PUT", `${base}/:userId`, replaceUser],
  ["POST", `${base}/:userId`, updateUser],
  ["DELETE", `${base}/:userId`, deleteUser],
  ["GET", `${base}/:userId/groups`, listGroupsOfUser],
  ["POST", `${base}/:userId/lifecycle/activate`, activateUser],
  ["POST", `${base}/:userId/lifecycle/deactivate`, deactivateUser],
  ["POST", `${base}/:userId/lifecycle/suspend`, suspendUser],
  ["POST", `${base}/:userId/lifecycle/unsuspend`, unsuspendUser],
];

/** Deactivated users are listed only with `filter` or `search`. */
function listUsers(request: ManagementRequest): Response {
  const { c, configuration, org } = request;
  const start = c.req.query("q")?.toLowerCase();
  const isSelective = Boolean(c.req.query("filter") || c.req.query("search"));
  const users = selectMatching(c, configuration.users, (user) => renderUser(org, user)).filter(
    (user) =>
      (isSelective || user.status !== "DEPROVISIONED") &&
      (start === undefined || beginsWith(user, start)),
  );
  return sendList(request, users, (user) => renderUser(org, user), {
    pageSize: 200,
    idOf: ({ id }) => id,
  });
}

/** Fields that `q` searches from their start: full name, last name, and email address. */
function beginsWith({ profile }: User, start: string): boolean {
  const { firstName, lastName, email } = profile;
  const texts = [`${firstName} ${lastName}`, lastName, email];
  return texts.some((text) => text.toLowerCase().startsWith(start));
}

/** `me` is the owner of the API token. @see Okta: Users API, "Retrieve a user" */
function readUser({ c, configuration, org, param }: ManagementRequest): Response {
  const id = param("userId");
  return c.json(renderUser(org, isTokenOwner(id) ? tokenOwner : findUser(configuration, id)));
}

function listGroupsOfUser(request: ManagementRequest): Response {
  const { configuration, org, param } = request;
  const id = param("userId");
  const groups = isTokenOwner(id) ? [] : listGroups(configuration, findUser(configuration, id).id);
  return sendList(request, groups, (group) => renderGroup(org, group), {
    pageSize: 200,
    idOf: ({ id }) => id,
  });
}
