import type { ReactNode } from "react";
import { type Answer, joinAnswers } from "../../org-api/answer.ts";
import {
  type Application,
  applicationSchema,
  type Group,
  groupSchema,
  type Scope,
  scopeSchema,
  type User,
  userSchema,
} from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { useList } from "../../org-api/use-answer.ts";
import { Loaded } from "./Loaded.tsx";

/** The lists from which forms offer choices. */
export type OrgLists = {
  readonly people: readonly User[];
  readonly groups: readonly Group[];
  readonly applications: readonly Application[];
  /** The scopes of the server that the page is about. */
  readonly scopes: readonly Scope[];
};

/** Loads the lists together, so that a page doesn't shift. @param serverId Without a server ID, `scopes` is empty. */
export function useOrgLists(serverId?: string): Answer<OrgLists> {
  const [userList] = useList(paths.users, userSchema);
  const [groupList] = useList(paths.groups, groupSchema);
  const [applicationList] = useList(paths.applications, applicationSchema);
  const scopesPath = serverId === undefined ? undefined : paths.scopes(serverId);
  const [scopeList] = useList(scopesPath, scopeSchema);
  const joined = joinAnswers(
    joinAnswers(userList, groupList),
    joinAnswers(applicationList, scopesPath ? scopeList : { status: "loaded", value: [] }),
  );
  if (joined.status !== "loaded") return joined;
  const [[people, groups], [applications, scopes]] = joined.value;
  return { status: "loaded", value: { people, groups, applications, scopes } };
}

type WithListsProps = { serverId?: string; children: (lists: OrgLists) => ReactNode };

export function WithLists({ serverId, children }: WithListsProps) {
  return <Loaded answer={useOrgLists(serverId)}>{children}</Loaded>;
}

/** Options of a field that chooses people. */
export const listPersonOptions = (people: readonly User[]) =>
  people.map(({ id, profile }) => ({ value: id, label: profile.login }));
