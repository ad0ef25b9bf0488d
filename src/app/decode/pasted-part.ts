import type { ClaimsSet } from "../../oidc/claims-set.ts";
import { findString } from "../../oidc/find-string.ts";
import { findMember, type JsonObject } from "../../oidc/json.ts";
import { type ParsedResponse, receiveToken } from "../../oidc/parsed-response.ts";
import { parseScopes } from "../../oidc/scope.ts";
import { asAccessToken, asIdToken } from "../../oidc/tokens.ts";
import type { AuthorizeUrl } from "../../okta/authorize-url.ts";
import type { FoundToken } from "./found-token.ts";

export type PastedPart =
  | PastedResponse
  | { kind: "request"; request: AuthorizeUrl }
  | PastedClaims
  | { kind: "keys"; text: string; count: number };

export type PastedResponse = {
  kind: "response";
  /** A redirect, a token response, or tokens without either. */
  from: "fragment" | "query" | "token_response" | "loose_tokens";
  response: ParsedResponse;
  tokens: readonly FoundToken[];
  scopes: readonly string[] | undefined;
};

/** Claims as JSON: what UserInfo returns, or a token's payload. */
export type PastedClaims = {
  kind: "claims";
  place: "UserInfo" | "ID token" | "Access token";
  set: ClaimsSet;
};

type Tokens = { idToken?: FoundToken | undefined; accessToken?: FoundToken | undefined };

/** Builds a response from tokens that were not in a redirect. @param members The token response's members. */
export function buildResponse(
  from: "loose_tokens" | "token_response",
  { idToken, accessToken }: Tokens,
  members: JsonObject = {},
): PastedResponse {
  const expiresIn = findMember(members, "expires_in");
  const scope = findText(members, "scope");
  return {
    kind: "response",
    from,
    tokens: [idToken, accessToken].filter((it) => it !== undefined).filter(({ raw }) => isJwt(raw)),
    scopes: scope === undefined ? undefined : parseScopes(scope),
    response: {
      ...noParameters,
      kind: "success",
      idToken: idToken && receiveToken(asIdToken(idToken.raw)),
      accessToken: accessToken && receiveToken(asAccessToken(accessToken.raw)),
      code: undefined,
      tokenType: findText(members, "token_type"),
      expiresInSeconds: typeof expiresIn === "number" ? expiresIn : undefined,
    },
  };
}

export function buildErrorResponse(error: string, description: string | undefined): PastedResponse {
  return {
    kind: "response",
    from: "token_response",
    tokens: [],
    scopes: undefined,
    response: { ...noParameters, kind: "error", error, description },
  };
}

const noParameters = {
  returnedIn: "fragment",
  routerPath: undefined,
  parameters: [],
  states: [],
  issuer: undefined,
} as const;

/** An access token can be any text: RFC 6749 §1.4. */
export function isJwt(raw: string): boolean {
  return /^ey[AJ]/.test(raw);
}

/** Whether a text is a placeholder, which logs and documentation write in place of a token. */
export function isPlaceholderToken(raw: string): boolean {
  const word = raw.replace(/[\W_]/g, "");
  return /^(?:redacted|masked|hidden|removed|x*)$/i.test(word);
}

/** Whether a part has a run of its own: tokens, claims, or a response without them. */
export function hasClaims(part: PastedPart): part is PastedResponse | PastedClaims {
  return part.kind === "response" || part.kind === "claims";
}

export function listTokens(part: PastedPart): readonly FoundToken[] {
  return part.kind === "response" ? part.tokens : [];
}

/** Finds a member that is a string, and not empty. */
export function findText(object: JsonObject, name: string): string | undefined {
  return findString(object, name) || undefined;
}

/** UserInfo's response names the user and no issuer. A token's payload names the issuer. */
export function findClaims(set: ClaimsSet): PastedClaims | undefined {
  const { claims } = set;
  const has = (name: string) => Object.hasOwn(claims, name);
  if (has("id_token") || has("access_token")) return undefined;
  // Introspection returns these members about an access token: RFC 7662 §2.2.
  if (has("active") && has("token_type")) return { kind: "claims", place: "Access token", set };
  if (has("scp") || has("cid")) return { kind: "claims", place: "Access token", set };
  if (has("iss") && (has("sub") || has("aud"))) return { kind: "claims", place: "ID token", set };
  return typeof claims.sub === "string" ? { kind: "claims", place: "UserInfo", set } : undefined;
}
