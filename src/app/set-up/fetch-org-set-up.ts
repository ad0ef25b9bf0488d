import * as v from "valibot";
import type { ResponseType } from "../../oidc/authorization-request.ts";
import type { AuthorizationServer } from "../../okta/authorization-server.ts";
import type { OrgSetUp, UserSetUp } from "../../okta/org-set-up.ts";
import { demoSettingsPath, demoSettingsSchema } from "../org-api/demo-settings.ts";
import { groupSchema, userSchema } from "../org-api/okta-objects.ts";
import { buildListPath, paths } from "../org-api/paths.ts";
import { createExpressionEvaluator } from "./evaluate-expression.ts";
import { fetchApp, fetchAppSettings, isAssigned } from "./fetch-app-set-up.ts";
import { fetchServerSetUp } from "./fetch-server-set-up.ts";
import { createSetUpFetcher, type SetUpFetcher } from "./set-up-fetcher.ts";

export type SetUpQuestion = {
  server: AuthorizationServer;
  clientId: string;
  /** `undefined` if unknown. The ID is `sub` in an ID token and `uid` in an access token. */
  user: { id: string } | { login: string } | undefined;
  /** Expressions can read the scopes as `access.scope`. */
  scopes?: readonly string[];
  responseType?: ResponseType;
};

/**
 * Fetches what an org has set up for a request.
 *
 * @returns `undefined` if any call fails: a part that could not be loaded must not look like a cause.
 */
export async function fetchOrgSetUp(
  orgUrl: string,
  { server, clientId, user, scopes = [], responseType }: SetUpQuestion,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<OrgSetUp | undefined> {
  const fetcher = createSetUpFetcher(orgUrl, fetch);
  const knownUser = user && fetchUserSetUp(fetcher, "id" in user ? user.id : user.login);
  const evaluate = createExpressionEvaluator(fetcher, knownUser, {
    clientId,
    scopes,
    flow: responseType === "code" ? "code" : "implicit",
  });

  async function fetchAppSetUp() {
    const app = await fetchApp(fetcher, clientId);
    if (!app) return undefined;
    const [setUp, assigned] = await Promise.all([
      fetchAppSettings(fetcher, app, evaluate),
      knownUser?.then((it) => it && isAssigned(fetcher, app, it.id)),
    ]);
    return { ...setUp, isUserAssigned: assigned };
  }

  try {
    const [app, serverSetUp, settings, userSetUp, { matchGroups }] = await Promise.all([
      fetchAppSetUp(),
      server.kind === "custom" ? fetchServerSetUp(fetcher, server.id, evaluate) : undefined,
      server.kind === "org"
        ? fetcher.fetchOptional(demoSettingsPath, demoSettingsSchema)
        : undefined,
      knownUser,
      import("../../okta/group-filter.ts"),
    ]);
    return { app, server: serverSetUp, user: userSetUp, ...settings, matchGroups };
  } catch {
    return undefined;
  }
}

/** @param idOrLogin Okta accepts both as the user's ID. @see Okta: Users API */
async function fetchUserSetUp(
  { fetchOptional }: SetUpFetcher,
  idOrLogin: string,
): Promise<UserSetUp | undefined> {
  const [user, groups] = await Promise.all([
    fetchOptional(paths.user(idOrLogin), userSchema),
    fetchOptional(buildListPath(paths.userGroups(idOrLogin)), v.array(groupSchema)),
  ]);
  if (!user || !groups) return undefined;
  return {
    id: user.id,
    login: user.profile.login,
    status: user.status,
    hasPassword: user.credentials?.password !== undefined,
    groups: groups.map(({ id, type, profile }) => ({
      id,
      name: profile.name,
      isImported: type === "APP_GROUP",
    })),
  };
}
