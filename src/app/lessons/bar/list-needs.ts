import { findRedirectTokens, usesCode } from "../../../oidc/authorization-request.ts";
import type { SetUpChange } from "../../../okta/set-up-change.ts";
import type { LessonStep } from "../lesson.ts";

/** What an admin of another org has to set up for a step, with the names from the request where it has them. */
export function listNeeds(
  { request, setUp }: LessonStep,
  org: { clientId: string; authorizationServerId: string },
): readonly SetUpChange[] {
  return request.server === "org"
    ? listAppNeeds(request.responseType, setUp, org.clientId)
    : listServerNeeds(request, setUp, org);
}

function listAppNeeds(
  responseType: LessonStep["request"]["responseType"],
  { appClaim, allowlist }: LessonStep["setUp"],
  clientId: string,
): readonly SetUpChange[] {
  // The org server's access tokens never have claims of the app.
  if (responseType === "token" || !appClaim) return [];
  const app = { id: clientId || "{clientId}", name: "your app" };
  return [
    ...listAppProfile(app, { allowlist }),
    { kind: "set_app_groups_claim", app, ...appClaim },
  ];
}

function listServerNeeds(
  { responseType, scopes }: LessonStep["request"],
  { claims, hasGroupsScope, allowlist, appLabel }: LessonStep["setUp"],
  { clientId, authorizationServerId }: { clientId: string; authorizationServerId: string },
): readonly SetUpChange[] {
  const server = { id: authorizationServerId, name: authorizationServerId };
  const app = { id: clientId || "{clientId}", name: "your app" };
  const redirect = findRedirectTokens(responseType);
  const isRequested = {
    id_token: redirect.idToken || usesCode(responseType),
    access_token: redirect.accessToken || usesCode(responseType),
  };
  return [
    ...listAppProfile(app, { allowlist, appLabel }),
    ...(hasGroupsScope && scopes.includes("groups")
      ? [{ kind: "add_scope", server, scope: "groups" } as const]
      : []),
    ...claims
      .filter(({ token }) => isRequested[token])
      .map((claim) => ({ kind: "add_claim", server, claim }) as const),
  ];
}

function listAppProfile(
  app: { id: string; name: string },
  {
    allowlist,
    appLabel,
  }: { allowlist?: readonly string[] | undefined; appLabel?: string | undefined },
): readonly SetUpChange[] {
  if (!allowlist && appLabel === undefined) return [];
  const profile = {
    ...(allowlist && { groupallowlist: allowlist.map((name) => `{ID of the group ${name}}`) }),
    ...(appLabel !== undefined && { label: appLabel }),
  };
  return [{ kind: "change_app", app, to: { profile } }];
}
