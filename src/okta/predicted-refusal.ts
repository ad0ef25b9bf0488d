import { findRedirectTokens } from "../oidc/authorization-request.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import type { RequestToPredict } from "./request-to-predict.ts";
import { addOpenId, removeScopes, type ScopeChange } from "./scope-change.ts";
import { freshCustomServerScopes, isCustomScope, openIdScopes } from "./standard-scopes.ts";

export type PredictedRefusal = {
  /** The `error` that Okta returns. */
  error: "invalid_scope" | "consent_required";
  /** Why, in one or two sentences. */
  reason: string;
  /** `possible`: it depends on a setting that this page can't see. */
  likelihood: "certain" | "likely" | "possible";
  /** Avoids the refusal. */
  change?: ScopeChange;
};

/**
 * Predicts whether Okta refuses a request because of its scopes. Does not look at the user, assignments or access
 * policies.
 *
 * Unverified: which of two errors Okta returns. This returns a scope that the server surely lacks first, then a missing
 * `openid`, then a scope that it may lack.
 *
 * @see Okta's error catalogue for OAuth 2.0: illegal_custom_scope, no_matching_scope, openid_scope_required
 */
export function predictRefusal(request: RequestToPredict): PredictedRefusal | undefined {
  if (request.scopes.length === 0 && !findRedirectTokens(request.responseType).idToken) {
    return predictMissingScopes(request.server);
  }
  const refusals = [predictUnknownScope(request), predictMissingOpenId(request)];
  return (
    refusals.find((it) => it && it.likelihood !== "possible") ??
    refusals.find((it) => it !== undefined)
  );
}

function refuse(
  likelihood: PredictedRefusal["likelihood"],
  reason: string,
  change: ScopeChange | undefined,
): PredictedRefusal {
  return { error: "invalid_scope", likelihood, reason, ...(change && { change }) };
}

function predictMissingScopes(server: AuthorizationServer): PredictedRefusal {
  const reason =
    server.kind === "org"
      ? "You requested no scopes. The org server needs at least one."
      : "You requested no scopes. The server needs at least one, unless an admin set default scopes.";
  return refuse("likely", reason, addOpenId([]));
}

function predictUnknownScope(request: RequestToPredict): PredictedRefusal | undefined {
  return request.server.kind === "org"
    ? predictOnOrgServer(request)
    : predictOnCustomServer(request);
}

function predictOnOrgServer({ scopes, serverScopes }: RequestToPredict) {
  const isUnknown = (scope: string) => isCustomScope(scope) && !serverScopes?.includes(scope);
  const unknown = scopes.find(isUnknown);
  if (unknown === undefined) return predictUngranted(scopes);
  return refuse(
    "certain",
    `The org server has no scope ${unknown}, and you can’t add scopes to it.`,
    removeScopes(scopes, isUnknown),
  );
}

/** The org server leaves out scopes of Okta's API that the app was not granted. Then there may be none left. */
function predictUngranted(scopes: readonly string[]): PredictedRefusal | undefined {
  if (!scopes.every((scope) => scope.startsWith("okta."))) return undefined;
  const reason = "Okta refuses scopes of its own API unless an admin has granted them to the app.";
  return { ...refuse("possible", reason, addOpenId(scopes)), error: "consent_required" };
}

function predictOnCustomServer({ scopes, serverScopes }: RequestToPredict) {
  const known = serverScopes ? new Set(serverScopes) : freshCustomServerScopes;
  const isUnknown = (scope: string) => !known.has(scope);
  const unknown = scopes.find(isUnknown);
  if (unknown === undefined) return undefined;
  const change = removeScopes(scopes, isUnknown);
  if (serverScopes) {
    return refuse(
      "likely",
      `The server’s metadata doesn’t list the scope ${unknown}. Either the server lacks it, or an admin hasn’t published it.`,
      change,
    );
  }
  // Of Okta's own scopes, an admin can add only those of the MyAccount API.
  return unknown.startsWith("okta.") && !unknown.startsWith("okta.myAccount.")
    ? refuse("likely", `Custom servers have no scope ${unknown}.`, change)
    : refuse("possible", `A custom server has no scope ${unknown} until an admin adds it.`, change);
}

function predictMissingOpenId({
  server,
  responseType,
  scopes,
}: RequestToPredict): PredictedRefusal | undefined {
  const change = addOpenId(scopes);
  if (!change) return undefined;
  if (findRedirectTokens(responseType).idToken) {
    return refuse("certain", "An ID token needs the openid scope.", change);
  }
  const openIdScope = scopes.find((scope) => openIdScopes.has(scope));
  if (openIdScope !== undefined) {
    return refuse("certain", `The scope ${openIdScope} needs the openid scope, too.`, change);
  }
  // Unverified for `groups`, which the org server lists beside the scopes of OpenID Connect.
  return server.kind === "org" && scopes.includes("groups")
    ? refuse("likely", "The scope groups needs the openid scope, too.", change)
    : undefined;
}
