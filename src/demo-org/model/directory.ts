import { memoizeByObject } from "../memoize.ts";
import type { Application, AssignedGroup } from "./application.ts";
import type { Configuration } from "./configuration.ts";
import type { Group } from "./group.ts";
import type { User, UserProfile } from "./user.ts";

type Membership = Configuration["memberships"][number];

export type AppUser = { readonly userName: string; readonly profile: UserProfile };

const groupsById = createIndex(({ id }: Group) => id);
const membershipsByUser = createIndex(({ userId }: Membership) => userId);

export function listGroups(configuration: Configuration, userId: string): readonly Group[] {
  const membership = membershipsByUser(configuration.memberships).get(userId);
  const groups = groupsById(configuration.groups);
  return (membership?.groupIds ?? []).flatMap((id) => groups.get(id) ?? []);
}

/** Finds only users who can sign in: suspended users, for example, can't. */
export function findActiveUser(configuration: Configuration, userId: string): User | undefined {
  return configuration.users.find(({ id, status }) => id === userId && status === "ACTIVE");
}

/** Finds an active user. Ignores case, because Okta's usernames are not case-sensitive. */
export function findUserByLogin(configuration: Configuration, login: string): User | undefined {
  const wanted = login.trim().toLowerCase();
  return configuration.users.find(
    ({ profile, status }) => profile.login.toLowerCase() === wanted && status === "ACTIVE",
  );
}

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
 * Returns the user's profile at the app: that of a direct assignment, or else of the first assigned group. Returns
 * undefined if the user can't use the app. Unverified: that with Federation Broker Mode, unassigned users get the same
 * groups claim as assigned users.
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

export function findAssignedGroup(
  configuration: Configuration,
  { assignments }: Application,
  userId: string,
): AssignedGroup | undefined {
  const groupIds = new Set(listGroups(configuration, userId).map(({ id }) => id));
  return assignments.groups.find(({ id }) => groupIds.has(id));
}

function createIndex<T>(
  keyOf: (item: T) => string,
): (items: readonly T[]) => ReadonlyMap<string, T> {
  return memoizeByObject((items) => new Map(items.map((item) => [keyOf(item), item])));
}
