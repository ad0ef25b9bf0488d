import { exchangeGrant } from "../../rules/grants/exchange-grant.ts";
import { describeClientCall, logOAuthEvent } from "../log/oauth-events.ts";
import { forClients } from "./client-endpoint.ts";

/** @see RFC 6749 §3.2; Okta: OpenID Connect & OAuth 2.0 API, "/token" */
export const handleToken = forClients("token.grant", async (request, call) => {
  const { application, form } = call;
  const outcome = await exchangeGrant(
    { ...request, origin: request.c.req.header("Origin") },
    application,
    form,
  );
  const logged = describeClientCall(form, application);
  if (outcome.kind === "refused") {
    // Unverified: that Okta logs the reuse as a failure.
    if (outcome.detectedReuse)
      logOAuthEvent(
        request,
        { ...logged, ...outcome.detectedReuse },
        "token.detect_reuse",
        "refresh_token_reuse",
      );
    return call.refuse(outcome.refusal);
  }
  const { response, user } = outcome;
  const parameters = { ...logged.parameters, grantedScopes: response.scope.split(" ").join(", ") };
  for (const name of ["access_token", "id_token", "refresh_token"] as const)
    if (response[name] !== undefined)
      logOAuthEvent(request, { ...logged, user, parameters }, `token.grant.${name}`);
  return request.c.json(response);
});
