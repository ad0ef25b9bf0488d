import { memoizeByObject } from "../../memoize.ts";
import type { Application } from "../../model/application.ts";
import type { Configuration } from "../../model/configuration.ts";
import { findAppUser, findUserByLogin, listGroups } from "../../model/directory.ts";
import type { Group } from "../../model/group.ts";
import { formatFullName, type User } from "../../model/user.ts";

export type DemoPerson = ReturnType<typeof describePerson>;
export type DemoPeople = { readonly people: readonly DemoPerson[]; readonly more: number };

const longestList = { names: 5, characters: 60 };

/** A longer list is harder to use than typing a username. */
const maximumPeople = 50;

/** Lists users who can sign in: first `username`, then the users who are assigned to the app. */
export function describePeople(
  configuration: Configuration,
  application: Application,
  username: string,
): DemoPeople {
  const list = listPeople(configuration)(application);
  const named = findUserByLogin(configuration, username);
  if (!named) return list;
  const others = list.people.filter((it) => it.username !== named.profile.login);
  return {
    people: [describePerson(configuration, application, named), ...others],
    more: others.length === list.people.length ? list.more - 1 : list.more,
  };
}

/** Memoized, because listing everyone's groups takes a large part of the time for a sign-in page. */
const listPeople = memoizeByObject((configuration: Configuration) =>
  memoizeByObject((application: Application): DemoPeople => {
    const active = configuration.users.filter(({ status }) => status === "ACTIVE");
    const isAssigned = (user: User) => findAppUser(configuration, application, user) !== undefined;
    const sorted = [...active.filter(isAssigned), ...active.filter((user) => !isAssigned(user))];
    return {
      people: sorted
        .slice(0, maximumPeople)
        .map((user) => describePerson(configuration, application, user)),
      more: Math.max(0, active.length - maximumPeople),
    };
  }),
);

function describePerson(configuration: Configuration, application: Application, user: User) {
  return {
    username: user.profile.login,
    name: formatFullName(user.profile),
    ...summarizeGroups(listGroups(configuration, user.id)),
    isAssigned: findAppUser(configuration, application, user) !== undefined,
  };
}

export function findSharedPassword({ users }: Configuration): string | undefined {
  const passwords = users.flatMap(({ credentials }) => credentials.password?.value ?? []);
  const [password, ...others] = new Set(passwords);
  return others.length === 0 ? password : undefined;
}

/** Lists Okta groups by name, Everyone first, and imported groups as a count for each source. */
function summarizeGroups(groups: readonly Group[]) {
  const listNames = (type: Group["type"]) =>
    groups.filter((group) => group.type === type).map(({ profile }) => profile.name);
  const names = [...listNames("BUILT_IN"), ...listNames("OKTA_GROUP")];
  const isShort =
    names.length <= longestList.names && names.join(", ").length <= longestList.characters;
  const groupNames = isShort ? names : names.slice(0, 1);
  return {
    groupNames,
    moreGroups: names.length - groupNames.length,
    /** As counts: `["2 from Active Directory"]`. */
    importedGroups: countBySource(groups.filter(({ type }) => type === "APP_GROUP")),
  };
}

function countBySource(imported: readonly Group[]): readonly string[] {
  const fromDirectory = imported.filter(({ source }) => source?.name === "active_directory").length;
  const others = imported.length - fromDirectory;
  return [
    ...(fromDirectory > 0 ? [`${fromDirectory} from Active Directory`] : []),
    ...(others > 0 ? [`${others} imported`] : []),
  ];
}
