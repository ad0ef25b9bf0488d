import type { Application } from "../model/application.ts";
import type { IssuingServer } from "../model/issuing-server.ts";
import { partsOf, type RawRequest, type ResponseMode, responseModes } from "./parameters.ts";

/** An authorization request that may go on to sign-in. */
export type ValidRequest = {
  readonly application: Application;
  readonly redirectUri: string;
  readonly responseMode: ResponseMode;
  readonly wantsIdToken: boolean;
  readonly wantsAccessToken: boolean;
  readonly state: string;
  readonly nonce: string;
  readonly scopes: readonly string[];
  readonly prompt: "none" | "login" | undefined;
  readonly maxAgeSeconds: number | undefined;
  readonly loginHint: string | undefined;
  readonly text: string;
};

export type OAuthError = { readonly error: string; readonly description: string };

export type Validation =
  | { readonly kind: "valid"; readonly request: ValidRequest }
  /** Client or redirect URI cannot be trusted: the answer is a page of the org's own, never a redirect. */
  | { readonly kind: "page"; readonly refusal: OAuthError }
  | {
      readonly kind: "redirect";
      readonly redirectUri: string;
      readonly responseMode: ResponseMode;
      readonly state: string | undefined;
      readonly refusal: OAuthError;
    };

type Registered = {
  readonly server: IssuingServer;
  readonly applications: readonly Application[];
  readonly redirectUris: readonly string[];
};

const prompts = ["none", "login"] as const;
const mostScopeCharacters = 1024;

/**
 * Checks an authorization request in Okta's words. The order of the checks is unverified; chosen: client,
 * redirect URI, repeats, response type, mode, state, nonce, prompt, age, scope.
 *
 * @see Okta's list of OAuth 2.0 error codes; OpenID Connect Core 1.0 §3.2.2.2
 */
export function validate(raw: RawRequest, registered: Registered): Validation {
  const { server, applications, redirectUris } = registered;
  const page = (description: string): Validation => ({
    kind: "page",
    refusal: { error: "invalid_request", description },
  });

  const application = applications.find(({ clientId }) => clientId === raw.get("client_id"));
  if (!application) return page("Invalid value for 'client_id' parameter.");
  const redirectUri = redirectUris.find((uri) => uri === raw.get("redirect_uri"));
  if (redirectUri === undefined) {
    return page(
      `The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: ${server.adminUrlOf(application)}`,
    );
  }

  const parts = partsOf(raw.get("response_type"));
  const carriesToken = parts.some((part) => part !== "code");
  const mode = raw.get("response_mode");
  const knownMode = responseModes.find((known) => known === mode);
  const state = raw.get("state");
  const refuse = (error: string, description: string): Validation => ({
    kind: "redirect",
    redirectUri,
    responseMode: knownMode ?? (carriesToken && parts.length > 0 ? "fragment" : "query"),
    state: isState(state) ? state : undefined,
    refusal: { error, description },
  });

  if (raw.duplicated.length > 0) {
    const names = raw.duplicated.join(", ");
    return refuse(
      "invalid_request",
      `Duplicate parameter provided in request. Duplicated parameters: [${names}].`,
    );
  }
  if (parts.length === 0 || parts.some((part) => !application.responseTypes.includes(part))) {
    const allowed = application.responseTypes.join(", ");
    return refuse(
      "unsupported_response_type",
      `The response type is not supported by the authorization server. Configured response types: [${allowed}].`,
    );
  }
  if (mode !== undefined && !knownMode) {
    return refuse(
      "unsupported_response_mode",
      `The response mode is not supported by the authorization server. Valid response modes: [${responseModes.join(", ")}].`,
    );
  }
  if (knownMode === "query") {
    return refuse(
      "unsupported_response_mode",
      "'query' response mode cannot be used with either the 'id_token' or 'token' response types.",
    );
  }
  if (!isState(state)) {
    return refuse(
      "invalid_request",
      "The authentication request has an invalid 'state' parameter.",
    );
  }
  const nonce = raw.get("nonce");
  if (nonce === undefined) {
    return refuse(
      "invalid_request",
      "The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' response types..",
    );
  }
  const prompt = prompts.find((known) => known === raw.get("prompt"));
  if (raw.get("prompt") !== undefined && !prompt) {
    return refuse(
      "invalid_request",
      `Invalid value for 'prompt' parameter. Supported values: [${prompts.join(", ")}]`,
    );
  }
  const maxAge = raw.get("max_age");
  const maxAgeSeconds = maxAge === undefined ? undefined : readMaxAge(maxAge);
  if (maxAge !== undefined && maxAgeSeconds === undefined) {
    return refuse(
      "invalid_request",
      "Invalid value for 'max_age' parameter. It should be within range 0 - 2^31-1.",
    );
  }
  if (prompt === "none" && maxAgeSeconds === 0) {
    return refuse(
      "invalid_request",
      "'prompt' parameter must not have the value 'none' for request with 'zero' as max_age.",
    );
  }
  const scopeRefusal = checkScopes(raw, server);
  if (scopeRefusal) return refuse("invalid_scope", scopeRefusal);

  return {
    kind: "valid",
    request: {
      application,
      redirectUri,
      responseMode: knownMode ?? "fragment",
      wantsIdToken: parts.includes("id_token"),
      wantsAccessToken: parts.includes("token"),
      state,
      nonce,
      scopes: raw.scopes,
      prompt,
      maxAgeSeconds,
      loginHint: raw.get("login_hint"),
      text: raw.text,
    },
  };
}

/** Okta's alphabet for `state`, as its reference gives it. */
function isState(state: string | undefined): state is string {
  return state !== undefined && /^[\w,.-]+$/.test(state);
}

function readMaxAge(text: string): number | undefined {
  const seconds = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return seconds < 2 ** 31 ? seconds : undefined;
}

function checkScopes({ scopes, get }: RawRequest, server: IssuingServer): string | undefined {
  if ((get("scope") ?? "").length > mostScopeCharacters) {
    return "The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner.";
  }
  if (scopes.length === 0 && server.kind === "custom") {
    return "The authorization server resource does not have any configured default scopes, 'scope' must be provided.";
  }
  // Only the code flow has any use for it; elsewhere Okta passes over it.
  const wanted = scopes.filter((scope) => scope !== "offline_access");
  if (wanted.some((scope) => !server.scopes.some(({ name }) => name === scope))) {
    return server.refusalOfUnknownScope;
  }
  if (!scopes.includes("openid")) {
    return "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.";
  }
  return undefined;
}
