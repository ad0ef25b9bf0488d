import type { ReactNode } from "react";
import { type Answer, joinAnswers } from "../api/answer.ts";
import {
  type Application,
  applicationsSchema,
  type Group,
  groupsSchema,
  type Scope,
  scopesSchema,
  type User,
  usersSchema,
} from "../api/okta-objects.ts";
import { buildListPath, paths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "./Loaded.tsx";

/** What forms offer as choices. */
export type OrgLists = {
  readonly people: readonly User[];
  readonly groups: readonly Group[];
  readonly applications: readonly Application[];
  /** Those of the server that the page is about. */
  readonly scopes: readonly Scope[];
};

/** Loaded together, so that a page doesn't shift. @param serverId Without one there are no scopes. */
export function useOrgLists(serverId?: string): Answer<OrgLists> {
  const [people] = useAnswer(buildListPath(paths.users), usersSchema);
  const [groups] = useAnswer(buildListPath(paths.groups), groupsSchema);
  const [applications] = useAnswer(buildListPath(paths.applications), applicationsSchema);
  const scopesPath = serverId === undefined ? undefined : buildListPath(paths.scopes(serverId));
  const [scopes] = useAnswer(scopesPath, scopesSchema);
  const joined = joinAnswers(
    joinAnswers(people, groups),
    joinAnswers(applications, scopesPath ? scopes : { status: "loaded", value: [] }),
  );
  if (joined.status !== "loaded") return joined;
  const [[peopleList, groupList], [applicationList, scopeList]] = joined.value;
  return {
    status: "loaded",
    value: {
      people: peopleList,
      groups: groupList,
      applications: applicationList,
      scopes: scopeList,
    },
  };
}

type WithListsProps = { serverId?: string; children: (lists: OrgLists) => ReactNode };

export function WithLists({ serverId, children }: WithListsProps) {
  return <Loaded answer={useOrgLists(serverId)}>{children}</Loaded>;
}

/** Options of a field that chooses people. */
export const listPersonOptions = (people: readonly User[]) =>
  people.map(({ id, profile }) => ({ value: id, label: profile.login }));
