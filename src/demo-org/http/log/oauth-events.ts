import type { Application } from "../../model/application.ts";
import type { Configuration } from "../../model/configuration.ts";
import { findApplication } from "../../model/directory.ts";
import type { User } from "../../model/user.ts";
import type { AuthorizationRequest } from "../../rules/authorize/authorization-request.ts";
import type { Parameters } from "../../rules/parameters.ts";
import type { ServerRequest } from "../state/server-request.ts";
import { describeApplication, describeClient, describeUser } from "./parties.ts";
import { record } from "./record.ts";

/** Event types start with `app.oauth2.`, and with `app.oauth2.as.` for custom servers. @see Okta: Event Types */
const sentences = {
  authorize: "authorization request",
  "authorize.code": "authorization code request",
  "authorize.implicit.access_token": "authorization implicit access token request",
  "authorize.implicit.id_token": "authorization implicit ID token request",
  "token.grant": "token request",
  "token.grant.access_token": "access token is granted",
  "token.grant.id_token": "id token is granted",
  "token.grant.refresh_token": "refresh token is granted",
  "token.revoke": "token revocation request",
  /** Unverified: the message. */
  "token.detect_reuse": "refresh token reuse detected",
} as const;

export type OAuthEvent = keyof typeof sentences;

export type LoggedRequest = {
  readonly clientId: string;
  readonly application: Application | undefined;
  readonly user?: User | undefined;
  readonly sessionId?: string | undefined;
  /** Named as in Okta's debug data: `grantType`, `requestedScopes`. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
};

export function logSingleSignOn({ c, org }: ServerRequest, logged: LoggedRequest): void {
  const { user, application, sessionId } = logged;
  if (!user || !application) return;
  record(c, org, {
    eventType: "user.authentication.sso",
    legacyEventType: "app.auth.sso",
    displayMessage: "User single sign on to app",
    actor: describeUser(user),
    targets: [describeApplication(application)],
    sessionId,
    debugData: { initiationType: "SP_INITIATED", signOnMode: "OpenID Connect" },
  });
}

/**
 * As in samples of Okta's log, the client is the actor, and the user and the app are targets.
 *
 * @param reason Why the request was refused. undefined for a success.
 */
export function logOAuthEvent(
  { c, org, server, serverId }: ServerRequest,
  { clientId, application, user, sessionId, parameters }: LoggedRequest,
  event: OAuthEvent,
  reason?: string,
): void {
  const isOrg = server.kind === "org";
  const eventType = `app.oauth2.${isOrg ? "" : "as."}${event}`;
  record(c, org, {
    eventType,
    legacyEventType: `${eventType}_${reason === undefined ? "success" : "failure"}`,
    displayMessage: `${isOrg ? "OIDC" : "OAuth2"} ${sentences[event]}`,
    actor: describeClient(clientId, application),
    targets: [
      ...(user ? [describeUser(user)] : []),
      ...(application ? [describeApplication(application)] : []),
    ],
    reason,
    clientId: application?.credentials.oauthClient.client_id,
    sessionId,
    debugData: { ...parameters, authorizationServerId: serverId ?? undefined },
  });
}

export function describeAuthorization(
  { application, responseTypes, scopes, replyTo }: AuthorizationRequest,
  signedIn?: { readonly user: User; readonly session: { readonly id: string } },
): LoggedRequest {
  return {
    clientId: application.credentials.oauthClient.client_id,
    application,
    user: signedIn?.user,
    sessionId: signedIn?.session.id,
    parameters: {
      responseType: [...responseTypes].join(" "),
      responseMode: replyTo.mode,
      redirectUri: replyTo.redirectUri,
      requestedScopes: scopes.join(", "),
    },
  };
}

export function describeInvalidAuthorization(
  parameters: Parameters,
  configuration: Configuration,
): LoggedRequest {
  const clientId = parameters.get("client_id") ?? "";
  return describeSent(parameters, findApplication(configuration, clientId));
}

export function describeClientCall(
  form: Parameters,
  application: Application | undefined,
): LoggedRequest {
  const sent = describeSent(form, application);
  const clientAuthType = application?.credentials.oauthClient.token_endpoint_auth_method;
  return { ...sent, parameters: { ...sent.parameters, clientAuthType } };
}

function describeSent(sent: Parameters, application: Application | undefined): LoggedRequest {
  return {
    clientId: application?.credentials.oauthClient.client_id ?? sent.get("client_id") ?? "",
    application,
    parameters: {
      grantType: sent.get("grant_type"),
      responseType: sent.get("response_type"),
      responseMode: sent.get("response_mode"),
      redirectUri: sent.get("redirect_uri"),
      requestedScopes: sent.get("scope")?.split(" ").join(", "),
      tokenTypeHint: sent.get("token_type_hint"),
    },
  };
}
