import type { Application } from "../model/application.ts";
import type { Configuration } from "../model/configuration.ts";
import { findAppUser, findUserByLogin, listGroups } from "../model/directory.ts";
import { readFullName, type User } from "../model/user.ts";
import type { DemoPeople, DemoPerson } from "../pages/sign-in-page.ts";
import { rememberFor } from "../remember.ts";

/** What fits on a line or two. */
const longestList = { names: 5, characters: 60 };

/** More than that is more than anybody looks through. */
const mostPeople = 50;

/**
 * Those who can sign in, each with who they are: name, groups, and whether the app is theirs. Of many some, those
 * first whose app it is; and before them whoever the username names: without a password they have but their button.
 *
 * @param username As the page's field has it; empty for nobody.
 */
export function describePeople(
  configuration: Configuration,
  application: Application,
  username: string,
): DemoPeople {
  const first = listFirst(configuration)(application);
  const named = first.more > 0 ? findUserByLogin(configuration, username) : undefined;
  if (!named || first.people.some((it) => it.username === named.profile.login)) return first;
  return {
    people: [describePerson(configuration, application, named), ...first.people],
    more: first.more - 1,
  };
}

/** To go through everybody's groups each time would be a good part of what a sign-in page costs. */
const listFirst = rememberFor((configuration: Configuration) =>
  rememberFor((application: Application): DemoPeople => {
    const active = configuration.users.filter(({ status }) => status === "ACTIVE");
    const more = Math.max(0, active.length - mostPeople);
    const hasApp = (user: User) => findAppUser(configuration, application, user) !== undefined;
    const listed =
      more > 0 ? [...active.filter(hasApp), ...active.filter((user) => !hasApp(user))] : active;
    return {
      people: listed
        .slice(0, mostPeople)
        .map((user) => describePerson(configuration, application, user)),
      more,
    };
  }),
);

function describePerson(
  configuration: Configuration,
  application: Application,
  user: User,
): DemoPerson {
  return {
    username: user.profile.login,
    name: readFullName(user.profile),
    ...shorten(listGroupNames(configuration, user.id)),
    isAssigned: findAppUser(configuration, application, user) !== undefined,
  };
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
