import { grantTypeNames, listGrantTypes } from "../grant-types.ts";
import type { AppSetUp, OrgSetUp, ServerSetUp } from "../org-set-up.ts";
import { type PredictedRefusal, predictRefusal } from "../predicted-refusal.ts";
import { findEffectiveScopes, type RequestOfApp } from "../request-to-predict.ts";
import { addOpenId, removeScopes, type ScopeChange } from "../scope-change.ts";
import { nameApp, pickName, type SetUpChange } from "../set-up-change.ts";
import {
  activateApp,
  addScope,
  assignUser,
  findFlowChange,
} from "../set-up-rules/allow-request.ts";
import { listNames } from "../set-up-rules/evaluate-claim.ts";
import { findPolicyProblem, noPolicyAllows } from "../set-up-rules/policy-problem.ts";
import { findInactiveStatus } from "../set-up-rules/user-status.ts";

type Refusal = PredictedRefusal | undefined;

/**
 * Finds any refusal except for a claim. Checks the server, app, response type, scopes and user, in this order.
 *
 * Unverified: that Okta uses the same order as the demo org.
 *
 * @see Okta's error catalogue for OAuth 2.0
 */
export function findSetUpRefusal(request: RequestOfApp, setUp: OrgSetUp): Refusal {
  return findLikeliest([
    findServerRefusal(request, setUp),
    findAppRefusal(request, setUp),
    setUp.app && findFlowRefusal(request, setUp.app),
    findScopeRefusal(request, setUp),
    findInactiveUser(setUp),
    findUserRefusal(request, setUp),
  ]);
}

/** Finds why the org would show its own error page. Unverified: that a deactivated server has one. @see RFC 6749 §4.2.2.1 */
export function findErrorPage(request: RequestOfApp, setUp: OrgSetUp): Refusal {
  return (
    findServerRefusal(request, setUp) ?? findAppRefusal(request, setUp) ?? findInactiveUser(setUp)
  );
}

const errorPage = "Okta shows an error page. This page gets no response.";

/** Returns the first certain or likely refusal, else the first possible refusal. */
export function findLikeliest(refusals: readonly Refusal[]): Refusal {
  const found = refusals.filter((it) => it !== undefined);
  return found.find(({ likelihood }) => likelihood !== "possible") ?? found[0];
}

function refuse(
  error: string,
  reason: string,
  {
    change,
    setUpChange,
  }: { change?: ScopeChange | undefined; setUpChange?: SetUpChange | undefined } = {},
): PredictedRefusal {
  const changes = { ...(change && { change }), ...(setUpChange && { setUpChange }) };
  return { error, likelihood: "certain", reason, ...changes };
}

/** @see oktadev/okta-angular-sign-in-widget-example#15 on GitHub: Okta's error for an unknown server */
function findServerRefusal({ server }: RequestOfApp, setUp: OrgSetUp): Refusal {
  if (server.kind === "org") return undefined;
  if (!setUp.server) {
    return refuse("invalid_request", `The org has no authorization server ${server.id}.`);
  }
  if (setUp.server.isActive) return undefined;
  // Unverified: which error a deactivated server returns.
  const reason = `The authorization server ${setUp.server.name} is deactivated.`;
  const setUpChange = { kind: "activate_server", server: pickName(setUp.server) } as const;
  return { likelihood: "likely", reason, setUpChange };
}

/** @see okta/okta-cli#373 on GitHub: Okta shows a 400 page for a deactivated app, which doesn't say why */
function findAppRefusal({ redirectUri }: RequestOfApp, { app }: OrgSetUp): Refusal {
  if (!app) return refuse("invalid_client", "No app of the org has this client ID.");
  if (!app.isActive) {
    const reason = `The app ${app.label} is deactivated. ${errorPage}`;
    return { likelihood: "likely", reason, setUpChange: activateApp(app) };
  }
  if (redirectUri !== undefined && !app.redirectUris.includes(redirectUri)) {
    const reason = `The app ${app.label} lacks the sign-in redirect URI ${redirectUri}. ${errorPage}`;
    const to = { redirectUris: [redirectUri] };
    const setUpChange = { kind: "change_app", app: nameApp(app), to } as const;
    return refuse("invalid_request", reason, { setUpChange });
  }
  return undefined;
}

function findFlowRefusal({ responseType }: RequestOfApp, app: AppSetUp): Refusal {
  const setUpChange = findFlowChange(app, responseType);
  if (!setUpChange) return undefined;
  const { responseTypes, grantTypes = [] } = setUpChange.to;
  if (responseTypes) {
    const reason = `The app ${app.label} doesn’t allow the response type ${responseTypes.join(" or ")}.`;
    return refuse("unsupported_response_type", reason, { setUpChange });
  }
  const names = listGrantTypes(responseType).filter((it) => grantTypes.includes(it));
  const reason = `The app ${app.label} lacks the grant type ${names.map((it) => grantTypeNames[it]).join(" and ")}.`;
  return refuse("unauthorized_client", reason, { setUpChange });
}

function findScopeRefusal(request: RequestOfApp, { server }: OrgSetUp): Refusal {
  if (request.server.kind === "org" || !server) return predictRefusal(request);
  const { scopes } = request;
  if (scopes.length === 0) {
    const reason = `You requested no scopes, and the authorization server ${server.name} has no default scopes.`;
    return refuse("invalid_scope", reason, { change: addOpenId([]) });
  }
  return findUnknownScope(scopes, server) ?? predictRefusal({ ...request, serverScopes: scopes });
}

function findUnknownScope(scopes: readonly string[], server: ServerSetUp): Refusal {
  const known = new Set(server.scopes.map(({ name }) => name));
  const isUnknown = (scope: string) => !known.has(scope);
  const [unknown, ...others] = scopes.filter(isUnknown);
  if (unknown === undefined) return undefined;
  const change = removeScopes(scopes, isUnknown);
  // If other scopes are missing, too, adding one would not avoid the refusal.
  const setUpChange = others.length === 0 ? addScope(server, unknown) : undefined;
  const reason =
    others.length === 0
      ? `The authorization server ${server.name} has no scope ${unknown}.`
      : `The authorization server ${server.name} lacks the scopes ${listNames([unknown, ...others])}.`;
  return refuse("invalid_scope", reason, { change, setUpChange });
}

function findInactiveUser({ user }: OrgSetUp): Refusal {
  const inactive = user && findInactiveStatus(user);
  if (!inactive) return undefined;
  const { state, step } = inactive;
  const reason = `${user.login} ${state}, so they can’t sign in.`;
  const named = { id: user.id, name: user.login };
  return {
    likelihood: "certain",
    reason,
    ...(step && { setUpChange: { kind: "activate_user", user: named, step } }),
  };
}

function findUserRefusal(request: RequestOfApp, { app, server, user }: OrgSetUp): Refusal {
  if (!app) return undefined;
  if (user && app.isUserAssigned === false) {
    const reason = `${user.login} is not assigned to the app ${app.label}.`;
    return refuse("access_denied", reason, { setUpChange: assignUser(app, user) });
  }
  const problem =
    server &&
    findPolicyProblem({
      server,
      app,
      user: user ?? "anyone",
      clientId: request.clientId,
      grantTypes: listGrantTypes(request.responseType),
      scopes: findEffectiveScopes(request),
    });
  if (!problem) return undefined;
  const { observed, setUpChange } = problem;
  const reason = `${noPolicyAllows}. ${observed}`;
  return { ...refuse("access_denied", reason, { setUpChange }), setting: observed };
}
