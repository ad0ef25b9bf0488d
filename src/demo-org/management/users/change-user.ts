import type { Configuration } from "../../model/configuration.ts";
import type { User } from "../../model/user.ts";
import { ApiError } from "../api-error.ts";
import { findOktaGroup } from "../groups/find-group.ts";
import { addMember } from "../groups/group-memberships.ts";
import { createId } from "../identifiers.ts";
import type { ManagementRequest } from "../management-request.ts";
import { withoutNulls } from "../profile-attribute.ts";
import { findUser } from "./find-user.ts";
import { renderUser } from "./user-answers.ts";
import { readNewUser, readReplacement, readUserChange } from "./user-body.ts";

/**
 * Answers `POST /api/v1/users`. Unless `activate=false`, the person can sign in at once.
 *
 * Without a password too, where Okta waits for them to choose one: the demo org's sign-in page does without.
 *
 * @see Okta: Users API, "Create a user"
 */
export async function createUser({ c, org }: ManagementRequest): Promise<Response> {
  const { profile, password, groupIds } = await readNewUser(c);
  const now = new Date(org.clock()).toISOString();
  const isActive = c.req.query("activate") !== "false";
  const user: User = {
    id: createId("00u"),
    status: isActive ? "ACTIVE" : "STAGED",
    created: now,
    ...(isActive && { activated: now, statusChanged: now }),
    lastUpdated: now,
    ...(password !== undefined && { passwordChanged: now }),
    profile,
    credentials: password === undefined ? {} : { password: { value: password } },
  };
  await org.changeConfiguration((latest) => {
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

/** Answers `PUT /api/v1/users/{userId}`: attributes that the body leaves out are gone. The password is not. */
export async function replaceUser(request: ManagementRequest): Promise<Response> {
  const { profile, password } = await readReplacement(request.c);
  return changeUser(request, (before, now) => ({
    ...withPassword(before, password, now),
    profile,
  }));
}

/** Answers `POST /api/v1/users/{userId}`: what the body leaves out stays as it is. */
export async function updateUser(request: ManagementRequest): Promise<Response> {
  const { profile, password } = await readUserChange(request.c);
  return changeUser(request, (before, now) => {
    const { login, email, firstName, lastName, ...rest } = { ...before.profile, ...profile };
    return {
      ...withPassword(before, password, now),
      profile: { login, email, firstName, lastName, ...withoutNulls(rest) },
    };
  });
}

async function changeUser(
  { c, org, param }: ManagementRequest,
  change: (before: User, now: string) => User,
): Promise<Response> {
  const now = new Date(org.clock()).toISOString();
  const user = await org.changeConfiguration((latest) => {
    const before = findUser(latest, param("userId"));
    if (before.status === "DEPROVISIONED") throw new ApiError({ code: "wrong_user_status" });
    const result = { ...change(before, now), lastUpdated: now };
    checkLoginIsFree(latest, result);
    return { configuration: replaceInOrg(latest, before, result), result };
  });
  return c.json(renderUser(org, user));
}

function withPassword(user: User, password: string | undefined, now: string): User {
  if (password === undefined) return user;
  return { ...user, passwordChanged: now, credentials: { password: { value: password } } };
}

/** Apps that know a person by their username go on to know them by the new one. */
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

/** Who was deactivated keeps their username. */
function checkLoginIsFree({ users }: Configuration, { id, profile }: User): void {
  const login = profile.login.toLowerCase();
  if (users.some((it) => it.id !== id && it.profile.login.toLowerCase() === login))
    throw new ApiError({ code: "taken", object: "login", fields: ["login"] });
}
