import type { Configuration } from "../../../model/configuration.ts";
import { tokenOwner } from "../../../model/token-owner.ts";
import type { User } from "../../../model/user.ts";
import { describeUser } from "../../log/parties.ts";
import { ApiError, forbidden, notFound, taken } from "../api-error.ts";
import { changeAssigned } from "../apps/assigned-people.ts";
import { withoutNulls } from "../common-schemas.ts";
import { selectMatching } from "../filter/select-matching.ts";
import { addMember } from "../groups/change-membership.ts";
import { findOktaGroup } from "../groups/groups.ts";
import { createId } from "../identifiers.ts";
import { listIdProblems, listInvalidTimes, listIssues, listRepeated } from "../import-problems.ts";
import type { ManagementRequest, ManagementRoute, Resource } from "../management-request.ts";
import { filterByText, sendList } from "../paging.ts";
import { checkProfile, listProfileProblems } from "../user-schema/check-profile.ts";
import { renderUser } from "./render-user.ts";
import {
  parseNewUser,
  parseReplacement,
  parseUserChange,
  wholeProfileSchema,
} from "./user-body.ts";
import {
  activate,
  deactivate,
  deactivateOrDelete,
  findActivatedStatus,
  type StatusChange,
  suspend,
  unsuspend,
  withUser,
} from "./user-lifecycle.ts";

const path = "/api/v1/users";
const userPath = `${path}/:userId`;

/** @see Okta: Users API; Okta: User Lifecycle API */
export const users: Resource = {
  routes: [
    ["GET", path, listUsers],
    ["POST", path, createUser, ["user.lifecycle.create", "Create Okta user"]],
    ["GET", userPath, retrieveUser],
    ["PUT", userPath, replaceUser, ["user.account.update_profile", "Update user profile for Okta"]],
    ["POST", userPath, updateUser, ["user.account.update_profile", "Update user profile for Okta"]],
    ["DELETE", userPath, deleteUser, ["user.lifecycle.delete.initiated", "Delete Okta user"]],
    buildLifecycleRoute("Activate", activate),
    buildLifecycleRoute("Deactivate", deactivate),
    buildLifecycleRoute("Suspend", suspend),
    buildLifecycleRoute("Unsuspend", unsuspend),
  ],
  target: {
    parameter: "userId",
    type: "User",
    find: (configuration, id) => {
      const user = configuration.users.find((it) => it.id === id || it.profile.login === id);
      return user && describeUser(user);
    },
  },
  listProblems,
};

/**
 * Finds a user by ID, by username, or by the part of the username before the @ if it is unique.
 *
 * @throws {ApiError} There is no such user, or the user is the owner of the API token.
 * @see Okta: Users API, "Retrieve a user"
 */
export function findUser({ users }: Configuration, idOrLogin: string): User {
  if (isTokenOwner(idOrLogin))
    throw forbidden("The demo org can't change the owner of the API token.");
  const byId = users.find(({ id }) => id === idOrLogin);
  if (byId) return byId;
  const wanted = idOrLogin.toLowerCase();
  const byLogin = users.find(({ profile }) => profile.login.toLowerCase() === wanted);
  if (byLogin) return byLogin;
  const [byShortLogin, ...others] = users.filter(({ profile }) =>
    profile.login.toLowerCase().startsWith(`${wanted}@`),
  );
  if (!byShortLogin || others.length > 0) throw notFound(idOrLogin, "User");
  return byShortLogin;
}

export function isTokenOwner(idOrLogin: string): boolean {
  return idOrLogin === "me" || idOrLogin === tokenOwner.id;
}

/** Deactivated users are listed only with `filter` or `search`. */
async function listUsers(request: ManagementRequest): Promise<Response> {
  const { c, configuration, org } = request;
  const isSelective = Boolean(c.req.query("filter") || c.req.query("search"));
  const matching = await selectMatching(c, configuration.users, (user) => renderUser(org, user));
  const found = filterByText(request, matching, {
    match: "start",
    of: ({ profile: { firstName, lastName, email } }) => [
      `${firstName} ${lastName}`,
      lastName,
      email,
    ],
  }).filter(({ status }) => isSelective || status !== "DEPROVISIONED");
  return sendList(request, found, (user) => renderUser(org, user), 200);
}

function retrieveUser({ c, configuration, org, param }: ManagementRequest): Response {
  const id = param("userId");
  return c.json(renderUser(org, isTokenOwner(id) ? tokenOwner : findUser(configuration, id)));
}

/** A user without a password is `PROVISIONED`. @see Okta: Users API, "Create a user" */
async function createUser({ c, org, now }: ManagementRequest): Promise<Response> {
  const { profile, password, groupIds } = await parseNewUser(c);
  const isActivated = c.req.query("activate") !== "false";
  const credentials = password === undefined ? {} : { password: { value: password } };
  const user: User = {
    id: createId("00u"),
    status: isActivated ? findActivatedStatus({ credentials }) : "STAGED",
    created: now,
    ...(isActivated && { activated: now, statusChanged: now }),
    lastUpdated: now,
    ...(password !== undefined && { passwordChanged: now }),
    profile,
    credentials,
  };
  await org.changeConfiguration((latest) => {
    checkProfile(latest.userSchema, profile, { object: "newUser", isWhole: true });
    checkLoginIsFree(latest, user);
    const ownGroups = groupIds.map((id) => findOktaGroup(latest, id));
    const everyone = latest.groups.filter(({ type }) => type === "BUILT_IN");
    return [...everyone, ...ownGroups].reduce(
      (before, group) => addMember(before, { groupId: group.id, userId: user.id, now }),
      { ...latest, users: [...latest.users, user] },
    );
  });
  return c.json(renderUser(org, user));
}

/** Removes attributes that the body lacks. @see okta/terraform-provider-okta: recorded `PUT` with only `credentials` */
async function replaceUser(request: ManagementRequest): Promise<Response> {
  const { profile, password } = await parseReplacement(request.c);
  return changeUser(request, (before, { userSchema }) => {
    if (profile) checkProfile(userSchema, profile, { object: "user", isWhole: true });
    return { ...withPassword(before, password, request.now), profile: profile ?? before.profile };
  });
}

async function updateUser(request: ManagementRequest): Promise<Response> {
  const { profile, password } = await parseUserChange(request.c);
  return changeUser(request, (before, { userSchema }) => {
    checkProfile(userSchema, profile, { object: "user", isWhole: false });
    return {
      ...withPassword(before, password, request.now),
      profile: withoutNulls({ ...before.profile, ...profile }),
    };
  });
}

async function changeUser(
  { c, org, param, now }: ManagementRequest,
  change: (before: User, latest: Configuration) => User,
): Promise<Response> {
  let id = "";
  const changed = await org.changeConfiguration((latest) => {
    const before = findUser(latest, param("userId"));
    if (before.status === "DEPROVISIONED")
      throw new ApiError(
        403,
        "E0000038",
        "This operation is not allowed in the user's current status.",
      );
    const after = { ...change(before, latest), lastUpdated: now };
    checkLoginIsFree(latest, after);
    id = after.id;
    return renameInApps(withUser(latest, after), before, after);
  });
  return c.json(renderUser(org, findUser(changed, id)));
}

/** Unverified: that setting a password activates a `PROVISIONED` user, who lacks only a password. */
function withPassword(user: User, password: string | undefined, now: string): User {
  if (password === undefined) return user;
  const credentials = { ...user.credentials, password: { value: password } };
  const changed: User = { ...user, passwordChanged: now, credentials };
  return user.status === "PROVISIONED"
    ? { ...changed, status: findActivatedStatus(changed), statusChanged: now }
    : changed;
}

function renameInApps(configuration: Configuration, before: User, after: User): Configuration {
  const { login } = after.profile;
  if (login === before.profile.login) return configuration;
  return changeAssigned(configuration, "users", (assigned) =>
    assigned.map((it) =>
      it.id === after.id && it.credentials.userName === before.profile.login
        ? { ...it, credentials: { userName: login } }
        : it,
    ),
  );
}

function checkLoginIsFree({ users }: Configuration, { id, profile }: User): void {
  const login = profile.login.toLowerCase();
  if ([tokenOwner, ...users].some((it) => it.id !== id && it.profile.login.toLowerCase() === login))
    throw taken("login", ["login"]);
}

async function deleteUser(request: ManagementRequest): Promise<Response> {
  await changeStatus(request, deactivateOrDelete);
  return request.c.body(null, 204);
}

/** For the verb "Activate", the route's event is `user.lifecycle.activate`, "Activate Okta user". */
function buildLifecycleRoute(verb: string, change: StatusChange): ManagementRoute {
  const name = verb.toLowerCase();
  return [
    "POST",
    `${userPath}/lifecycle/${name}`,
    async (request) => {
      await changeStatus(request, change);
      return request.c.json({});
    },
    [`user.lifecycle.${name}`, `${verb} Okta user`],
  ];
}

async function changeStatus(
  { org, param, now }: ManagementRequest,
  change: StatusChange,
): Promise<void> {
  await org.changeConfiguration((latest) => change(latest, findUser(latest, param("userId")), now));
}

/** Tokens contain a user's `updated_at`, so it must be a time. */
function listProblems({ users, userSchema }: Configuration): readonly string[] {
  return [
    ...listIdProblems("users", users),
    ...listRepeated("users", "profile.login", users, ({ profile }) => profile.login.toLowerCase()),
    ...users.flatMap(({ id, profile, lastUpdated }, index) => {
      const place = `users.${index}`;
      const issues = listIssues(`${place}.profile`, profile, wholeProfileSchema);
      return [
        ...(id === tokenOwner.id ? [`${place}.id: Belongs to the owner of the API token`] : []),
        ...(issues.length > 0
          ? issues
          : listProfileProblems(userSchema, profile).map((it) => `${place}.profile.${it}`)),
        ...listInvalidTimes(`${place}.lastUpdated`, lastUpdated),
      ];
    }),
  ];
}
