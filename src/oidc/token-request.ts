import { quoteForShell } from "./curl-command.ts";
import { type FetchOptions, fetchText, type Unreachable } from "./fetch-json.ts";
import { findString } from "./find-string.ts";
import { findMember, isJsonObject, type JsonObject, parseJson } from "./json.ts";
import { type ErrorResponse, type ReceivedToken, receiveToken } from "./parsed-response.ts";
import { type AccessToken, asAccessToken, asIdToken, type IdToken } from "./tokens.ts";

export type TokenRequest = {
  tokenEndpoint: string;
  clientId: string;
  redirectUri: string;
  code: string;
  codeVerifier: string;
};

export type TokenResponseText =
  | {
      kind: "answered";
      status: number;
      /** The body, or an empty text if the body is not UTF-8. */
      text: string;
    }
  | Unreachable;

export type TokenResponseProblem =
  | { code: "not_json" }
  | { code: "not_an_object" }
  | { code: "no_access_token" }
  | { code: "wrong_type"; name: "error" | "access_token" | "id_token" | "expires_in" };

export type TokenSuccess = {
  kind: "success";
  idToken: ReceivedToken<IdToken> | undefined;
  accessToken: ReceivedToken<AccessToken>;
  refreshToken: string | undefined;
  tokenType: string | undefined;
  expiresInSeconds: number | undefined;
  /** The granted scopes. May be absent if exactly the requested scopes were granted: RFC 6749 §5.1. */
  scope: string | undefined;
};

/** An OAuth error, or one in the shape of Okta's APIs (`errorCode`, `errorSummary`). */
type TokenError = ErrorResponse & { status: number };

export type TokenExchange =
  | TokenSuccess
  | TokenError
  | { kind: "unreadable"; status: number; problem: TokenResponseProblem }
  | Unreachable;

/** Builds the form that exchanges a code for tokens. @see RFC 6749 §4.1.3; RFC 7636 §4.5 */
export function buildTokenRequestBody(request: Omit<TokenRequest, "tokenEndpoint">): string {
  return new URLSearchParams({
    grant_type: "authorization_code",
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    code: request.code,
    code_verifier: request.codeVerifier,
  }).toString();
}

export function buildTokenCurlCommand({ tokenEndpoint, ...request }: TokenRequest): string {
  const body = quoteForShell(buildTokenRequestBody(request));
  return `curl --globoff --include ${quoteForShell(tokenEndpoint)} --data ${body}`;
}

/**
 * Sends the request only once, because the server refuses a used code and may revoke its tokens (RFC 6749 §4.1.2).
 * Without a CORS preflight, the request arrives even if this page may not read the response. Never throws.
 */
export async function sendTokenRequest(
  { tokenEndpoint, ...request }: TokenRequest,
  options: FetchOptions,
): Promise<TokenResponseText> {
  const response = await fetchText(tokenEndpoint, options, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
    body: buildTokenRequestBody(request),
    cache: "no-store",
  });
  if (response.kind === "unreachable") return response;
  const { status, text = "" } = response;
  return { kind: "answered", status, text };
}

/**
 * Parses a token response. Checks no signature and no claim. Never throws.
 * @see RFC 6749 §5.1, §5.2; OpenID Connect Core 1.0 §3.1.3.3, §3.1.3.4
 */
export function parseTokenResponse(response: TokenResponseText): TokenExchange {
  if (response.kind === "unreachable") return response;
  const { status, text } = response;
  const body = parseJson(text);
  if (!isJsonObject(body)) {
    const code = body === undefined ? "not_json" : "not_an_object";
    return { kind: "unreadable", status, problem: { code } };
  }
  const content: ErrorResponse | TokenSuccess | TokenResponseProblem =
    parseError(body) ?? (status === 200 ? parseTokens(body) : { code: "no_access_token" });
  return "code" in content
    ? { kind: "unreadable", status, problem: content }
    : content.kind === "error"
      ? { ...content, status }
      : content;
}

function parseError(body: JsonObject): ErrorResponse | TokenResponseProblem | undefined {
  const isOAuth = Object.hasOwn(body, "error");
  if (isOAuth && typeof body.error !== "string") return { code: "wrong_type", name: "error" };
  const error = findString(body, isOAuth ? "error" : "errorCode");
  if (!error) return undefined;
  const description = findString(body, isOAuth ? "error_description" : "errorSummary");
  return { kind: "error", error, description };
}

function parseTokens(body: JsonObject): TokenSuccess | TokenResponseProblem {
  const accessToken = findMember(body, "access_token");
  const idToken = findMember(body, "id_token");
  const expiresIn = findMember(body, "expires_in");
  if (accessToken === undefined) return { code: "no_access_token" };
  if (typeof accessToken !== "string") return { code: "wrong_type", name: "access_token" };
  if (idToken !== undefined && typeof idToken !== "string") {
    return { code: "wrong_type", name: "id_token" };
  }
  if (expiresIn !== undefined && !isSeconds(expiresIn)) {
    return { code: "wrong_type", name: "expires_in" };
  }
  return {
    kind: "success",
    idToken: idToken === undefined ? undefined : receiveToken(asIdToken(idToken)),
    accessToken: receiveToken(asAccessToken(accessToken)),
    refreshToken: findString(body, "refresh_token"),
    tokenType: findString(body, "token_type"),
    expiresInSeconds: expiresIn,
    scope: findString(body, "scope"),
  };
}

function isSeconds(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
