import type { Configuration } from "../../../model/configuration.ts";
import { tokenOwner } from "../../../model/token-owner.ts";
import type { User } from "../../../model/user.ts";
import { ApiError } from "../api-error.ts";
import { findOktaGroup } from "../groups/find-group.ts";
import { addMember } from "../groups/group-memberships.ts";
import { createId } from "../identifiers.ts";
import type { ManagementRequest } from "../management-request.ts";
import { withoutNulls } from "../profile-attribute.ts";
import { checkProfile } from "../user-schema/check-profile.ts";
import { findUser } from "./find-user.ts";
import { renderUser } from "./user-answers.ts";
import { readNewUser, readReplacement, readUserChange } from "./user-body.ts";
import { findActivatedStatus } from "./user-lifecycle.ts";

/**
 * `POST /api/v1/users`. Unless `activate=false`, the user is activated at once. Without a password they are
 * `PROVISIONED` and can't sign in, because they would have to set one first.
 *
 * @see Okta: Users API, "Create a user"; okta/terraform-provider-okta: recorded answers
 */
export async function createUser({ c, org }: ManagementRequest): Promise<Response> {
  const { profile, password, groupIds } = await readNewUser(c);
  const now = new Date(org.clock()).toISOString();
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
    const configuration = [...everyone, ...ownGroups].reduce(
      (before, group) => addMember(before, { groupId: group.id, userId: user.id, now }),
      { ...latest, users: [...latest.users, user] },
    );
    return { configuration, result: undefined };
  });
  return c.json(renderUser(org, user));
}

/**
 * `PUT /api/v1/users/{userId}`. A profile replaces the previous one; missing attributes are removed. Without a profile
 * or a password the previous one is kept.
 *
 * @see okta/terraform-provider-okta: recorded `PUT` with only `credentials`
 */
export async function replaceUser(request: ManagementRequest): Promise<Response> {
  const { profile, password } = await readReplacement(request.c);
  return changeUser(request, (before, now, { userSchema }) => {
    if (profile) checkProfile(userSchema, profile, { object: "user", isWhole: true });
    return { ...withPassword(before, password, now), profile: profile ?? before.profile };
  });
}

/** `POST /api/v1/users/{userId}`: members missing in the body are kept. */
export async function updateUser(request: ManagementRequest): Promise<Response> {
  const { profile, password } = await readUserChange(request.c);
  return changeUser(request, (before, now, { userSchema }) => {
    checkProfile(userSchema, profile, { object: "user", isWhole: false });
    const { login, email, firstName, lastName, ...rest } = { ...before.profile, ...profile };
    return {
      ...withPassword(before, password, now),
      profile: { login, email, firstName, lastName, ...withoutNulls(rest) },
    };
  });
}

async function changeUser(
  { c, org, param }: ManagementRequest,
  change: (before: User, now: string, latest: Configuration) => User,
): Promise<Response> {
  const now = new Date(org.clock()).toISOString();
  const user = await org.changeConfiguration((latest) => {
    const before = findUser(latest, param("userId"));
    if (before.status === "DEPROVISIONED") throw new ApiError({ code: "wrong_user_status" });
    const result = { ...change(before, now, latest), lastUpdated: now };
    checkLoginIsFree(latest, result);
    return { configuration: replaceInOrg(latest, before, result), result };
  });
  return c.json(renderUser(org, user));
}

/** Unverified: setting a password activates a `PROVISIONED` user. Chosen because only the password is missing. */
function withPassword(user: User, password: string | undefined, now: string): User {
  if (password === undefined) return user;
  const credentials = { ...user.credentials, password: { value: password } };
  const changed: User = { ...user, passwordChanged: now, credentials };
  return user.status === "PROVISIONED"
    ? { ...changed, status: findActivatedStatus(changed), statusChanged: now }
    : changed;
}

/** Also renames the user in app assignments that have the old Okta username. */
function replaceInOrg(configuration: Configuration, before: User, after: User): Configuration {
  const { login } = after.profile;
  const users = configuration.users.map((it) => (it === before ? after : it));
  if (login === before.profile.login) return { ...configuration, users };
  return {
    ...configuration,
    users,
    applications: configuration.applications.map((application) => ({
      ...application,
      assignments: {
        ...application.assignments,
        users: application.assignments.users.map((it) =>
          it.id === after.id && it.credentials.userName === before.profile.login
            ? { ...it, credentials: { userName: login } }
            : it,
        ),
      },
    })),
  };
}

/** A deactivated user's username stays taken. */
function checkLoginIsFree({ users }: Configuration, { id, profile }: User): void {
  const login = profile.login.toLowerCase();
  if ([tokenOwner, ...users].some((it) => it.id !== id && it.profile.login.toLowerCase() === login))
    throw new ApiError({ code: "taken", object: "login", fields: ["login"] });
}
