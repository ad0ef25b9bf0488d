import { grantToClient } from "../../rules/grants/client-credentials.ts";
import { exchangeCode } from "../../rules/grants/exchange-code.ts";
import { refresh } from "../../rules/grants/refresh.ts";
import type { GrantOutcome, TokenAnswer } from "../../rules/grants/token-answer.ts";
import { tokenRefusals } from "../../rules/grants/token-refusal.ts";
import { describeClientCall } from "../log/asked-of-server.ts";
import { logGranted, type OAuthEvent } from "../log/oauth-events.ts";
import type { ServerRequest } from "../server-request.ts";
import { type ClientCall, forClients } from "./client-endpoint.ts";

/** The supported grant types. */
const tokenGrantTypes = ["authorization_code", "refresh_token", "client_credentials"] as const;

/**
 * Issues tokens for a code, a refresh token, or client credentials.
 *
 * @see RFC 6749 §3.2; Okta: OpenID Connect & OAuth 2.0 API, "/token"
 */
export const answerToken = forClients("token.grant", async (request, call) => {
  const outcome = await exchange(request, call);
  if (outcome.kind === "refused") return call.refuse(outcome.refusal);
  const { answer, user } = outcome;
  const logged = describeClientCall(call.form, call.application);
  const parameters = { ...logged.parameters, grantedScopes: answer.scope.split(" ").join(", ") };
  logGranted(request, { ...logged, user, parameters }, listEvents(answer));
  return request.c.json(answer);
});

/** The issued tokens, as event types of the System Log. */
function listEvents(answer: TokenAnswer): readonly OAuthEvent[] {
  return [
    "token.grant.access_token",
    ...(answer.id_token === undefined ? [] : (["token.grant.id_token"] as const)),
    ...(answer.refresh_token === undefined ? [] : (["token.grant.refresh_token"] as const)),
  ];
}

/** Issues tokens to an authenticated client. Logs nothing. */
export async function exchange(
  request: ServerRequest,
  { application, form }: Pick<ClientCall, "application" | "form">,
): Promise<GrantOutcome> {
  const configured = application.settings.oauthClient.grant_types;
  const asked = form.get("grant_type");
  if (asked === undefined)
    return { kind: "refused", refusal: tokenRefusals.missingGrantType(tokenGrantTypes) };
  const grantType = tokenGrantTypes.find((it) => it === asked);
  if (!grantType)
    return { kind: "refused", refusal: tokenRefusals.unsupportedGrantType(configured) };
  if (!configured.includes(grantType))
    return { kind: "refused", refusal: tokenRefusals.unauthorizedClient(configured) };

  switch (grantType) {
    case "authorization_code":
      return exchangeCode(request, application, form);
    case "refresh_token":
      return refresh(request, application, form);
    case "client_credentials":
      return grantToClient(request, application, form);
    default:
      return grantType satisfies never;
  }
}
