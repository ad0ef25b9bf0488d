import { findRedirectTokens } from "../oidc/authorization-request.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import type { RequestToPredict } from "./request-to-predict.ts";
import { addOpenId, removeScopes, type ScopeChange } from "./scope-change.ts";
import type { SetUpChange } from "./set-up-change.ts";
import {
  freshCustomServerScopes,
  isApiScope,
  isCustomScope,
  openIdScopes,
} from "./standard-scopes.ts";

export type PredictedRefusal = {
  /** The `error` that Okta returns. `undefined` if Okta could return one of several errors. */
  error?: string;
  /** The reason for the refusal, in one or two sentences. */
  reason: string;
  /** The part of `reason` that names the setting, if there is a general part, too. */
  setting?: string;
  /** `possible`: the refusal depends on a setting that this page can't see. */
  likelihood: "certain" | "likely" | "possible";
  /** A change of the request's scopes that avoids the refusal. `setUpChange` changes the org's set-up instead. */
  change?: ScopeChange;
  setUpChange?: SetUpChange;
  /** The claim that can't be evaluated. */
  failedClaim?: string;
};

/** @see Okta: OpenID Connect & OAuth 2.0 API, "Scopes" */
const maxScopeLength = 1024;

/**
 * Predicts whether Okta refuses a request because of its scopes.
 *
 * Unverified: the first of two errors. This page predicts a missing scope before a missing `openid`.
 *
 * @see Okta's error catalogue for OAuth 2.0: illegal_custom_scope, no_matching_scope, openid_scope_required
 */
export function predictRefusal(request: RequestToPredict): PredictedRefusal | undefined {
  if (request.scopes.join(" ").length > maxScopeLength) {
    return refuse("certain", `Okta accepts at most ${maxScopeLength} characters of scopes.`);
  }
  if (request.scopes.length === 0 && !findRedirectTokens(request.responseType).idToken) {
    return predictMissingScopes(request.server);
  }
  const predictUnknown = request.server.kind === "org" ? predictOnOrgServer : predictOnCustomServer;
  const refusals = [predictUnknown(request), predictMissingOpenId(request)];
  return refusals.find((it) => it && it.likelihood !== "possible") ?? refusals.find(Boolean);
}

function refuse(
  likelihood: PredictedRefusal["likelihood"],
  reason: string,
  change?: ScopeChange,
): PredictedRefusal & { error: string } {
  return { error: "invalid_scope", likelihood, reason, ...(change && { change }) };
}

function predictMissingScopes(server: AuthorizationServer): PredictedRefusal {
  const reason =
    server.kind === "org"
      ? "You requested no scopes. The org server needs at least one."
      : "You requested no scopes. The server needs at least one, unless an admin set default scopes.";
  return refuse("likely", reason, addOpenId([]));
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

/** Unverified: that Okta ignores ungranted scopes, and refuses only if no scope is left. @see Okta: Implement OAuth for Okta */
function predictUngranted(scopes: readonly string[]): PredictedRefusal | undefined {
  if (!scopes.some(isApiScope)) return undefined;
  const change = removeScopes(scopes, isApiScope);
  return {
    likelihood: "possible",
    reason: "A scope of Okta’s API must exist, and an admin must have granted it to the app.",
    ...(change && { change }),
  };
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
      `The server’s metadata doesn’t list the scope ${unknown}. The server lacks it, or an admin hasn’t published it.`,
      change,
    );
  }
  const isMyAccount = unknown.startsWith("okta.myAccount.");
  if (isApiScope(unknown) && !isMyAccount) {
    return refuse("likely", `Custom servers have no scope ${unknown}.`, change);
  }
  // @see Okta support: Add okta.myAccount.* reserved scopes to a custom authorization server
  const servers = isMyAccount ? "Custom servers created since July 2024" : "Custom servers";
  return refuse("possible", `${servers} have no scope ${unknown} until an admin adds it.`, change);
}

function predictMissingOpenId(request: RequestToPredict): PredictedRefusal | undefined {
  const { server, responseType, scopes } = request;
  const change = addOpenId(scopes);
  if (!change) return undefined;
  if (findRedirectTokens(responseType).idToken) {
    return refuse("certain", "An ID token needs the openid scope.", change);
  }
  // Unverified: that `groups` and `device_sso` need `openid`, like the scopes of OpenID Connect.
  const isListed = (scope: string) =>
    scope === "device_sso" || (server.kind === "org" && scope === "groups");
  const openIdScope = scopes.find((scope) => openIdScopes.has(scope));
  const scope = openIdScope ?? scopes.find(isListed);
  return scope === undefined
    ? undefined
    : refuse(
        openIdScope === undefined ? "likely" : "certain",
        `The scope ${scope} needs the openid scope, too.`,
        change,
      );
}
