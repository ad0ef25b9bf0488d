import type { Application, AssignedUser } from "../../../model/application.ts";
import type { Configuration } from "../../../model/configuration.ts";
import { findAppUser, findAssignedGroup } from "../../../model/directory.ts";
import type { User } from "../../../model/user.ts";
import { notFound } from "../api-error.ts";

export type AssignedPerson = NonNullable<ReturnType<typeof describeAssigned>>;

export function listAssignedPeople(
  configuration: Configuration,
  application: Application,
): readonly AssignedPerson[] {
  return configuration.users.flatMap(
    (user) => describeAssigned(configuration, application, user) ?? [],
  );
}

export function findAssignedPerson(
  configuration: Configuration,
  application: Application,
  userId: string,
): AssignedPerson {
  const user = configuration.users.find(({ id }) => id === userId);
  const person = user && describeAssigned(configuration, application, user);
  if (!person) throw notFound(userId, "AppUser");
  return person;
}

type Assignments = Application["assignments"];

/** Changes the assigned users or groups of each app. */
export function changeAssigned<Kind extends keyof Assignments>(
  configuration: Configuration,
  kind: Kind,
  change: (assigned: Assignments[Kind]) => Assignments[Kind],
): Configuration {
  const applications = configuration.applications.map(({ assignments, ...application }) => ({
    ...application,
    assignments: { ...assignments, [kind]: change(assignments[kind]) },
  }));
  return { ...configuration, applications };
}

function describeAssigned(configuration: Configuration, application: Application, user: User) {
  const own = application.assignments.users.find(({ id }) => id === user.id);
  const group = own ? undefined : findAssignedGroup(configuration, application, user.id);
  const appUser = findAppUser(configuration, application, user);
  if (!appUser || !(own ?? group)) return undefined;
  const { created = user.created, lastUpdated = created }: Partial<AssignedUser> = own ?? {};
  return {
    id: user.id,
    user,
    scope: own ? "USER" : "GROUP",
    userName: appUser.userName,
    profile: (own ?? group)?.profile ?? {},
    created,
    lastUpdated,
  };
}
