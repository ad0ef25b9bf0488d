import { findRedirectTokens, usesCode } from "../../../oidc/authorization-request.ts";
import type { SetUpChange } from "../../../okta/set-up-change.ts";
import type { LessonStep } from "../lesson.ts";

/** Lists what an admin of another org has to set up for a step. Uses the client and server IDs from the form. */
export function listNeeds(
  { request, setUp }: LessonStep,
  { clientId, authorizationServerId }: { clientId: string; authorizationServerId: string },
): readonly SetUpChange[] {
  const { responseType, scopes } = request;
  const { appClaim, allowlist, appLabel, claims, hasGroupsScope } = setUp;
  const app = { id: clientId || "{clientId}", name: "your app" };
  const isOrgServer = request.server === "org";
  const profile = {
    ...(allowlist && { groupallowlist: allowlist.map((name) => `{ID of the group ${name}}`) }),
    ...(appLabel !== undefined && !isOrgServer && { label: appLabel }),
  };
  const needs: SetUpChange[] =
    Object.keys(profile).length > 0 ? [{ kind: "change_app", app, to: { profile } }] : [];
  if (isOrgServer) {
    // The org server's access tokens never have claims of the app.
    return responseType === "token" || !appClaim
      ? []
      : [...needs, { kind: "set_app_groups_claim", app, ...appClaim }];
  }
  const server = { id: authorizationServerId, name: authorizationServerId };
  const redirect = findRedirectTokens(responseType);
  const isRequested = {
    id_token: redirect.idToken || usesCode(responseType),
    access_token: redirect.accessToken || usesCode(responseType),
  };
  if (hasGroupsScope && scopes.includes("groups"))
    needs.push({ kind: "add_scope", server, scope: "groups" });
  for (const claim of claims)
    if (isRequested[claim.token]) needs.push({ kind: "add_claim", server, claim });
  return needs;
}
