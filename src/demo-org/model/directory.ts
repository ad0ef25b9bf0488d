import type { Application, AssignedGroup } from "./application.ts";
import type { Configuration } from "./configuration.ts";
import { createIndex } from "./create-index.ts";
import type { Group } from "./group.ts";
import type { User, UserProfile } from "./user.ts";

type Membership = Configuration["memberships"][number];

/** A person as one app knows them: under which username, and with which profile. */
export type AppUser = { readonly userName: string; readonly profile: UserProfile };

const groupsById = createIndex(({ id }: Group) => id);
const membershipsByUser = createIndex(({ userId }: Membership) => userId);

/** A person's groups, in the org's order. */
export function listGroups(configuration: Configuration, userId: string): readonly Group[] {
  const membership = membershipsByUser(configuration.memberships).get(userId);
  const groups = groupsById(configuration.groups);
  return (membership?.groupIds ?? []).flatMap((id) => groups.get(id) ?? []);
}

/** The person with this ID who may sign in; undefined also where their account is suspended. */
export function findActiveUser(configuration: Configuration, userId: string): User | undefined {
  return configuration.users.find(({ id, status }) => id === userId && status === "ACTIVE");
}

/** The person with this username who may sign in. Usernames at Okta are not case-sensitive. */
export function findUserByLogin(configuration: Configuration, login: string): User | undefined {
  const wanted = login.trim().toLowerCase();
  return configuration.users.find(
    ({ profile, status }) => profile.login.toLowerCase() === wanted && status === "ACTIVE",
  );
}

/** The app with this client ID; undefined where there is none, or an admin has switched it off. */
export function findApplication(
  configuration: Configuration,
  clientId: string,
): Application | undefined {
  return configuration.applications.find(
    ({ credentials, status }) =>
      credentials.oauthClient.client_id === clientId && status === "ACTIVE",
  );
}

/**
 * A person as the app knows them; undefined where neither they nor a group of theirs is assigned to it, and the app
 * does not take everybody. Their own assignment counts before their groups', and of those the first.
 *
 * Whoever an app takes with everybody gets the same groups claim as who is assigned (unverified; chosen because the
 * claim is about the person's groups, and not about the app's).
 */
export function findAppUser(
  configuration: Configuration,
  application: Application,
  user: User,
): AppUser | undefined {
  const { users } = application.assignments;
  const assigned = users.find(({ id }) => id === user.id);
  if (assigned)
    return {
      userName: assigned.credentials.userName,
      profile: { ...user.profile, ...assigned.profile },
    };

  const group = findAssignedGroup(configuration, application, user.id);
  return group || application.settings.implicitAssignment === true
    ? { userName: user.profile.login, profile: { ...user.profile, ...group?.profile } }
    : undefined;
}

/** The first of the app's groups that a person is in; undefined where they are in none. */
export function findAssignedGroup(
  configuration: Configuration,
  { assignments }: Application,
  userId: string,
): AssignedGroup | undefined {
  const groupIds = new Set(listGroups(configuration, userId).map(({ id }) => id));
  return assignments.groups.find(({ id }) => groupIds.has(id));
}
