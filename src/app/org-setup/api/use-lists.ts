import {
  applicationsSchema,
  groupsSchema,
  scopesSchema,
  type User,
  usersSchema,
} from "./okta-objects.ts";
import { buildListPath, paths } from "./paths.ts";
import { useAnswer } from "./use-answer.ts";

/** Options of a field that chooses people. */
export const listPersonOptions = (people: readonly User[]) =>
  people.map(({ id, profile }) => ({ value: id, label: profile.login }));

export const usePeople = () => useAnswer(buildListPath(paths.users), usersSchema)[0];
export const useGroups = () => useAnswer(buildListPath(paths.groups), groupsSchema)[0];
export const useApplications = () =>
  useAnswer(buildListPath(paths.applications), applicationsSchema)[0];
export const useScopes = (serverId: string) =>
  useAnswer(buildListPath(paths.scopes(serverId)), scopesSchema)[0];
