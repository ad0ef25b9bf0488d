import type { ResponseType } from "../../oidc/authorization-request.ts";
import type { AuthorizationServer } from "../../okta/authorization-server.ts";
import type { OrgSetUp, UserSetUp } from "../../okta/org-set-up.ts";
import { groupsSchema, userSchema } from "../org-setup/api/okta-objects.ts";
import { buildUserGroupsPath, buildUserPath } from "../org-setup/api/paths.ts";
import { createExpressionEvaluator } from "./evaluate-expression.ts";
import { fetchApp, fetchAppSettings, isAssigned } from "./fetch-app-set-up.ts";
import { fetchServerSetUp } from "./fetch-server-set-up.ts";
import { createSetUpReader, type SetUpReader } from "./set-up-reader.ts";

export type SetUpQuestion = {
  server: AuthorizationServer;
  clientId: string;
  /** `undefined`: not known. The ID is `sub` of an ID token and `uid` of an access token. */
  user: { id: string } | { login: string } | undefined;
  /** An expression may depend on them, as `access.scope`. */
  scopes?: readonly string[];
  responseType?: ResponseType;
};

/**
 * Reads the part of the demo org's set-up that decides about one request, through its Management API.
 *
 * @param orgUrl Without a trailing slash.
 * @returns `undefined` if any part can't be read: what is missing must not look like a cause.
 */
export async function fetchOrgSetUp(
  orgUrl: string,
  { server, clientId, user, scopes = [], responseType }: SetUpQuestion,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<OrgSetUp | undefined> {
  const reader = createSetUpReader(orgUrl, fetch);
  const knownUser = user && fetchUserSetUp(reader, "id" in user ? user.id : user.login);
  const evaluate = createExpressionEvaluator(reader, knownUser, {
    clientId,
    scopes,
    flow: responseType === "code" ? "code" : "implicit",
  });

  async function fetchAppSetUp() {
    const app = await fetchApp(reader, clientId);
    if (!app) return undefined;
    const [setUp, assigned] = await Promise.all([
      fetchAppSettings(reader, app, evaluate),
      knownUser?.then((it) => it && isAssigned(reader, app, it.id)),
    ]);
    return { ...setUp, isUserAssigned: assigned };
  }

  try {
    const [app, serverSetUp, userSetUp, { matchGroups }] = await Promise.all([
      fetchAppSetUp(),
      server.kind === "custom" ? fetchServerSetUp(reader, server.id, evaluate) : undefined,
      knownUser,
      import("../../okta/group-filter.ts"),
    ]);
    return { app, server: serverSetUp, user: userSetUp, matchGroups };
  } catch {
    return undefined;
  }
}

/**
 * @param idOrLogin Okta accepts both as the user's ID.
 * @returns `undefined` if the org does not have the user.
 * @see Okta: Users API, retrieve a user; list all groups of a user
 */
async function fetchUserSetUp(
  { read }: SetUpReader,
  idOrLogin: string,
): Promise<UserSetUp | undefined> {
  const [user, groups] = await Promise.all([
    read(buildUserPath(idOrLogin), userSchema),
    read(buildUserGroupsPath(idOrLogin), groupsSchema),
  ]);
  if (!user || !groups) return undefined;
  return {
    id: user.id,
    login: user.profile.login,
    isActive: user.status === "ACTIVE",
    groups: groups.map(({ id, type, profile }) => ({
      id,
      name: profile.name,
      isImported: type === "APP_GROUP",
    })),
  };
}
