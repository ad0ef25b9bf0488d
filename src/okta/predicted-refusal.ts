import type { AuthorizationServer } from "./authorization-server.ts";
import type { RequestToPredict } from "./request-to-predict.ts";
import { freshCustomServerScopes, openIdScopes, orgServerScopes } from "./standard-scopes.ts";

export type PredictedRefusal = {
  /** As Okta will write it. */
  error: "invalid_scope";
  /** Why, in one sentence. */
  reason: string;
  /** `possible`: it hangs on a setting that this page cannot see. */
  likelihood: "certain" | "likely" | "possible";
  /** Scopes that avoid the refusal, and a button's text that names what changes. */
  change?: { label: string; scopes: readonly string[] };
};

/**
 * Says whether a request will be refused for its scopes. Who signs in, assignment and access policies are not
 * looked at.
 *
 * Which of two faults Okta names first is unverified. A scope that the server does not have comes before a missing
 * `openid`, chosen because the scopes have to be known before anything can be said of them; where nobody can be
 * sure that the server lacks it, the missing `openid` is what can be told.
 *
 * @returns The refusal to expect; `undefined` where the scopes give no cause for one.
 * @see Okta's error catalogue for OAuth 2.0: illegal_custom_scope, no_matching_scope, openid_scope_required
 */
export function predictRefusal(request: RequestToPredict): PredictedRefusal | undefined {
  if (request.scopes.length === 0 && request.responseType === "token") {
    return predictMissingScopes(request.server);
  }
  const refusals = [predictUnknownScope(request), predictMissingOpenId(request)];
  return (
    refusals.find((it) => it && it.likelihood !== "possible") ??
    refusals.find((it) => it !== undefined)
  );
}

function refuse(likelihood: PredictedRefusal["likelihood"], reason: string): PredictedRefusal {
  return { error: "invalid_scope", likelihood, reason };
}

function predictMissingScopes(server: AuthorizationServer): PredictedRefusal {
  // Of the org server it is unverified; chosen because the rule is the custom server's, too.
  return refuse(
    "likely",
    server.kind === "org"
      ? "The org server has no default scopes, so request at least one."
      : "Request at least one scope, unless an admin has set default scopes.",
  );
}

function predictUnknownScope({
  server,
  scopes,
  serverScopes,
}: RequestToPredict): PredictedRefusal | undefined {
  if (server.kind === "org") {
    // Scopes of Okta's own API are granted app by app, which nobody outside can see.
    const unknown = scopes.find(
      (scope) =>
        !orgServerScopes.has(scope) && !serverScopes?.includes(scope) && !scope.startsWith("okta."),
    );
    if (unknown === undefined) return undefined;
    return refuse(
      "certain",
      `The org server has no scope ${unknown}, and you can’t add scopes to it.`,
    );
  }
  const known = serverScopes ? new Set(serverScopes) : freshCustomServerScopes;
  const unknown = scopes.find((scope) => !known.has(scope));
  if (unknown === undefined) return undefined;
  return serverScopes
    ? refuse(
        "likely",
        `The server’s metadata does not list the scope ${unknown}. Either the server lacks it, or an admin has not published it.`,
      )
    : refuse("possible", `A new custom server has no scope ${unknown}. An admin has to add it.`);
}

function predictMissingOpenId({
  server,
  responseType,
  scopes,
}: RequestToPredict): PredictedRefusal | undefined {
  if (scopes.includes("openid")) return undefined;
  if (responseType !== "token") {
    return refuse("certain", "An ID token needs the openid scope.");
  }
  const openIdScope = scopes.find((scope) => openIdScopes.has(scope));
  if (openIdScope !== undefined) {
    return refuse("certain", `The scope ${openIdScope} needs openid, too.`);
  }
  // Unverified for `groups`; counted in because the org server lists it beside the scopes of OpenID Connect.
  return server.kind === "org" && scopes.includes("groups")
    ? refuse("likely", "The scope groups needs openid, too.")
    : undefined;
}
