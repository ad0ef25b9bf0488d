import type { Application } from "../../model/application.ts";
import type { Configuration } from "../../model/configuration.ts";
import { findApplication } from "../../model/directory.ts";
import type { User } from "../../model/user.ts";
import type { AuthorizationRequest } from "../../rules/authorize/authorization-request.ts";
import type { Parameters } from "../../rules/parameters.ts";
import type { LoggedRequest } from "./oauth-events.ts";

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

export function describeUnreadAuthorization(
  parameters: Parameters,
  configuration: Configuration,
): LoggedRequest {
  const clientId = parameters.get("client_id") ?? "";
  return {
    clientId,
    application: findApplication(configuration, clientId),
    parameters: {
      responseType: parameters.get("response_type"),
      responseMode: parameters.get("response_mode"),
      redirectUri: parameters.get("redirect_uri"),
      requestedScopes: parameters.get("scope")?.split(" ").join(", "),
    },
  };
}

export function describeClientCall(
  form: Parameters,
  application: Application | undefined,
): LoggedRequest {
  return {
    clientId: application?.credentials.oauthClient.client_id ?? form.get("client_id") ?? "",
    application,
    parameters: {
      grantType: form.get("grant_type"),
      clientAuthType: application?.credentials.oauthClient.token_endpoint_auth_method,
      redirectUri: form.get("redirect_uri"),
      requestedScopes: form.get("scope")?.split(" ").join(", "),
      tokenTypeHint: form.get("token_type_hint"),
    },
  };
}
