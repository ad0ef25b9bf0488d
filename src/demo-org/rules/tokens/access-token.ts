import type { AuthorizationServer } from "../../model/authorization-server.ts";
import { createRandomId } from "../../random-id.ts";
import type { ClaimsContext, ClientContext } from "../claims/claims-context.ts";
import { evaluateClaims } from "../claims/evaluate-claims.ts";
import { listValues, optional, type TokenClaims } from "./sign-token.ts";

/** The header's `typ` in the org server's access tokens, which only Okta is meant to read. */
export const orgAccessTokenType = "application/okta-internal-at+jwt";

/**
 * Sorts `scp` as in Okta's examples; Okta guarantees no order. Unverified: whether a custom server's header has `typ`.
 * @throws {ClaimEvaluationError} One of the claims cannot be evaluated.
 * @see Okta: OpenID Connect & OAuth 2.0 API, "Access token"; Okta: Authorization servers, "Org authorization server"
 */
export function buildAccessTokenClaims(
  subject: AccessTokenSubject,
  lifetimeSeconds: number,
): TokenClaims {
  const { server, context, issuedAt, authTime, acr } = subject;
  const { application, user, scopes } = context;
  const claims = evaluateClaims(server, { claimType: "RESOURCE", isThin: false }, context);
  const sub = claims.filter(({ name, system }) => system && name === "sub");
  const custom = claims.filter((claim) => !sub.includes(claim));
  const isOrg = server.kind === "org";
  return [
    ["ver", 1],
    ["jti", `AT.${createRandomId()}`],
    ["iss", server.issuer],
    ["aud", server.audience],
    ...(isOrg ? listValues(sub) : []),
    ["iat", issuedAt],
    ["exp", issuedAt + lifetimeSeconds],
    ...optional("acr", acr),
    ["cid", application.credentials.oauthClient.client_id],
    ...optional("uid", user?.id),
    ["scp", [...scopes].sort()],
    ...(isOrg ? [] : [...optional("auth_time", authTime), ...listValues([...sub, ...custom])]),
  ];
}

type AccessTokenSubject = {
  readonly server: AuthorizationServer;
  readonly context: ClientContext;
  readonly authTime?: number;
  /** The `acr` that the request required. @see OpenID Connect Core 1.0 §2 (`acr`) */
  readonly acr?: string | undefined;
  readonly issuedAt: number;
};

export type TokenSubject = AccessTokenSubject & {
  readonly orgId: string;
  readonly context: ClaimsContext;
  readonly authTime: number;
};
