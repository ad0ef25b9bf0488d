import type { Application } from "../model/application.ts";
import type { Configuration } from "../model/configuration.ts";
import { findAppUser, listGroups } from "../model/directory.ts";
import { readFullName } from "../model/user.ts";
import type { DemoPerson } from "../pages/sign-in-page.ts";

/** What fits on a line or two. */
const longestList = { names: 5, characters: 60 };

/**
 * What was said of an app's people under a configuration. Both are only ever replaced, never changed, and to go through
 * everybody's groups again would be a good part of what a sign-in page costs.
 */
const described = new WeakMap<Configuration, PeopleByApplication>();
type PeopleByApplication = WeakMap<Application, readonly DemoPerson[]>;

/** Everybody who can sign in, each with who they are: name, groups, and whether the app is theirs. */
export function describePeople(
  configuration: Configuration,
  application: Application,
): readonly DemoPerson[] {
  const byApplication: PeopleByApplication = described.get(configuration) ?? new WeakMap();
  const people = byApplication.get(application) ?? listPeople(configuration, application);
  described.set(configuration, byApplication.set(application, people));
  return people;
}

function listPeople(configuration: Configuration, application: Application): readonly DemoPerson[] {
  return configuration.users
    .filter(({ status }) => status === "ACTIVE")
    .map((user) => ({
      username: user.profile.login,
      name: readFullName(user.profile),
      ...shorten(listGroupNames(configuration, user.id)),
      isAssigned: findAppUser(configuration, application, user) !== undefined,
    }));
}

/** The password that all of them have; undefined where an admin has set another for somebody. */
export function findSharedPassword({ users }: Configuration): string | undefined {
  const passwords = users.map(({ credentials }) => credentials.password?.value);
  const [password, ...others] = new Set(passwords);
  return others.length === 0 ? password : undefined;
}

/** Everyone first, whatever the order in tokens. */
function listGroupNames(configuration: Configuration, userId: string): readonly string[] {
  const groups = listGroups(configuration, userId);
  const builtIn = groups.filter(({ type }) => type === "BUILT_IN");
  const others = groups.filter(({ type }) => type !== "BUILT_IN");
  return [...builtIn, ...others].map(({ profile }) => profile.name);
}

/** All names, or the first and how many more. */
function shorten(names: readonly string[]): Pick<DemoPerson, "groupNames" | "moreGroups"> {
  const isShort =
    names.length <= longestList.names && names.join(", ").length <= longestList.characters;
  return isShort
    ? { groupNames: names, moreGroups: 0 }
    : { groupNames: names.slice(0, 1), moreGroups: names.length - 1 };
}
