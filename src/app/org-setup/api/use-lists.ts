import { applicationsSchema, groupsSchema, scopesSchema, usersSchema } from "./okta-objects.ts";
import {
  applicationsPath,
  buildListPath,
  buildScopesPath,
  groupsPath,
  usersPath,
} from "./paths.ts";
import { useAnswer } from "./use-answer.ts";

export const usePeople = () => useAnswer(buildListPath(usersPath), usersSchema)[0];
export const useGroups = () => useAnswer(buildListPath(groupsPath), groupsSchema)[0];
export const useApplications = () =>
  useAnswer(buildListPath(applicationsPath), applicationsSchema)[0];
export const useScopes = (serverId: string) =>
  useAnswer(buildListPath(buildScopesPath(serverId)), scopesSchema)[0];
