import { findPolicyProblem, type PolicyProblem } from "../causes/policy-problem.ts";
import { grantTypeNames, listGrantTypes } from "../grant-types.ts";
import type { AppSetUp, OrgSetUp, ServerSetUp, UserSetUp } from "../org-set-up.ts";
import { type PredictedRefusal, predictRefusal } from "../predicted-refusal.ts";
import {
  findEffectiveScopes,
  type RequestOfApp,
  type RequestToPredict,
} from "../request-to-predict.ts";
import { addOpenId, removeScopes } from "../scope-change.ts";

/** Claims apart. Unverified: Okta's order. This is the demo org's: server, app, response type, scopes, then the user. @see Okta's error catalogue for OAuth 2.0 */
export function findSetUpRefusal(
  request: RequestOfApp,
  setUp: OrgSetUp,
): PredictedRefusal | undefined {
  return findLikeliest([
    findServerRefusal(request, setUp),
    findAppRefusal(request, setUp.app),
    findScopeRefusal(request, setUp),
    findUserRefusal(request, setUp),
  ]);
}

/** The first refusal that is more than possible, else the first one. */
export function findLikeliest(
  refusals: readonly (PredictedRefusal | undefined)[],
): PredictedRefusal | undefined {
  const found = refusals.filter((it) => it !== undefined);
  return found.find(({ likelihood }) => likelihood !== "possible") ?? found[0];
}

function refuse(error: string, reason: string): PredictedRefusal {
  return { error, likelihood: "certain", reason };
}

/** @see oktadev/okta-angular-sign-in-widget-example#15 on GitHub: Okta's error for an unknown server */
function findServerRefusal(
  { server }: RequestToPredict,
  setUp: OrgSetUp,
): PredictedRefusal | undefined {
  if (server.kind === "org") return undefined;
  if (!setUp.server) {
    return refuse("invalid_request", `The org has no authorization server ${server.id}.`);
  }
  if (setUp.server.isActive) return undefined;
  // Unverified: which error a deactivated server returns.
  return {
    likelihood: "likely",
    reason: `The authorization server ${setUp.server.name} is deactivated.`,
  };
}

function findAppRefusal(
  { responseType, redirectUri }: RequestOfApp,
  app: AppSetUp | undefined,
): PredictedRefusal | undefined {
  if (!app) return refuse("invalid_client", "No app of the org has this client ID.");
  if (redirectUri !== undefined && !app.redirectUris.includes(redirectUri)) {
    const reason = `The app ${app.label} lacks the sign-in redirect URI ${redirectUri}. Okta shows an error page, and the response never returns here.`;
    return refuse("invalid_request", reason);
  }
  if (!app.isActive) {
    return {
      likelihood: "possible",
      reason: `The app ${app.label} is deactivated. Okta’s pages don’t say what such an app gets.`,
    };
  }
  const missing = responseType.split(" ").filter((it) => !app.responseTypes.includes(it));
  if (missing.length > 0) {
    const reason = `The app ${app.label} doesn’t allow the response type ${missing.join(" or ")}.`;
    return refuse("unsupported_response_type", reason);
  }
  const [grantType] = listGrantTypes(responseType).filter((it) => !app.grantTypes.includes(it));
  if (grantType === undefined) return undefined;
  const reason = `The app ${app.label} lacks the grant type ${grantTypeNames[grantType]}.`;
  return refuse("unauthorized_client", reason);
}

function findScopeRefusal(request: RequestOfApp, setUp: OrgSetUp): PredictedRefusal | undefined {
  const { server } = setUp;
  if (request.server.kind === "org" || !server) return predictRefusal(request);
  return findUnknownScope(request.scopes, server) ?? findMissingScope(request, server);
}

function findUnknownScope(
  scopes: readonly string[],
  server: ServerSetUp,
): PredictedRefusal | undefined {
  const known = new Set(server.scopes.map(({ name }) => name));
  const isUnknown = (scope: string) => !known.has(scope);
  const unknown = scopes.find(isUnknown);
  if (unknown === undefined) return undefined;
  const change = removeScopes(scopes, isUnknown);
  return {
    ...refuse("invalid_scope", `The authorization server ${server.name} has no scope ${unknown}.`),
    ...(change && { change }),
  };
}

function findMissingScope(
  request: RequestOfApp,
  server: ServerSetUp,
): PredictedRefusal | undefined {
  if (request.scopes.length > 0) {
    return predictRefusal({ ...request, serverScopes: request.scopes });
  }
  const change = addOpenId([]);
  const reason = `You requested no scopes, and the authorization server ${server.name} has no default scopes.`;
  return { ...refuse("invalid_scope", reason), ...(change && { change }) };
}

function findUserRefusal(
  request: RequestOfApp,
  { app, server, user }: OrgSetUp,
): PredictedRefusal | undefined {
  if (user && !user.isActive) {
    return { likelihood: "certain", reason: `${user.login} is not active, so they can’t sign in.` };
  }
  if (!app) return undefined;
  if (user && app.isUserAssigned === false) {
    const reason = `${user.login} is not assigned to the app ${app.label}.`;
    return refuse("access_denied", reason);
  }
  if (!server) return undefined;
  const problem = findPolicyProblem(server, {
    clientId: request.clientId,
    grantTypes: listGrantTypes(request.responseType),
    scopes: findEffectiveScopes(request),
    user: user ?? "anyone",
  });
  return problem && refuse("access_denied", describePolicyProblem(problem, request, user));
}

function describePolicyProblem(
  problem: PolicyProblem,
  { responseType }: RequestOfApp,
  user: UserSetUp | undefined,
): string {
  switch (problem.id) {
    case "no_policy":
    case "policy_inactive":
      return "The server has no active access policy for this app.";
    case "policy_client":
      return "No active access policy of the server is for this app.";
    case "no_rule":
      return "The server’s access policies for this app have no active rule.";
    case "rule_inactive":
      return `The rule ${problem.rule.name} of the access policy ${problem.policy.name} is inactive.`;
    case "rule_people":
      return `No rule of the access policies is for ${user?.login}.`;
    case "rule_grant_type":
      return `No rule of the access policies allows the grant type ${listGrantTypes(responseType).join(" with ")}.`;
    case "rule_scopes":
      return "No rule of the access policies allows all of these scopes.";
    default:
      return problem satisfies never;
  }
}
