import { base64url } from "jose";
import { hashText } from "../../hash-text.ts";
import type { SystemClaimName } from "../../model/system-scopes.ts";
import { createRandomId } from "../../random-id.ts";
import type { JsonValue } from "../claims/claims-context.ts";
import { evaluateClaims } from "../claims/evaluate-claims.ts";
import type { TokenSubject } from "./access-token.ts";
import { listValues, optional, type TokenClaims } from "./sign-token.ts";

/** Where Okta's sample ID tokens have each standard claim: before the token's own claims or after them. */
const places: Readonly<Record<SystemClaimName, "before" | "after">> = {
  name: "before",
  email: "before",
  locale: "before",
  preferred_username: "after",
  nickname: "after",
  given_name: "after",
  middle_name: "after",
  family_name: "after",
  profile: "after",
  picture: "after",
  website: "after",
  gender: "after",
  birthdate: "after",
  zoneinfo: "after",
  updated_at: "after",
  email_verified: "after",
  phone_number: "after",
  address: "after",
};

type IdTokenBinding = {
  readonly isThin: boolean;
  readonly nonce: string | undefined;
  readonly accessToken: string | undefined;
  readonly code: string | undefined;
  readonly lifetimeSeconds: number;
};

/**
 * Unverified: that Okta sends `c_hash`. @throws {ClaimEvaluationError} One of the claims cannot be evaluated.
 * @see OpenID Connect Core 1.0 §2, §3.2.2.10, §3.3.2.11 and §5.4; Okta: OpenID Connect & OAuth 2.0 API, "ID token"
 */
export function buildIdTokenClaims(
  subject: TokenSubject,
  { isThin, nonce, accessToken, code, lifetimeSeconds }: IdTokenBinding,
): TokenClaims {
  const { server, orgId, context, issuedAt, authTime, acr } = subject;
  const evaluated = evaluateClaims(server, { claimType: "IDENTITY", isThin }, context);
  const standard = new Map(listValues(evaluated.filter(({ system }) => system)));

  return [
    ["sub", context.user.id],
    ...pick(standard, "before"),
    ["ver", 1],
    ["iss", server.issuer],
    ["aud", context.application.credentials.oauthClient.client_id],
    ["iat", issuedAt],
    ["exp", issuedAt + lifetimeSeconds],
    ["jti", `ID.${createRandomId()}`],
    ["amr", context.amr],
    ...optional("acr", acr),
    ["idp", orgId],
    ...optional("nonce", nonce),
    ...pick(standard, "after"),
    ["auth_time", authTime],
    ...optional("at_hash", accessToken && hashLeftHalf(accessToken)),
    ...optional("c_hash", code && hashLeftHalf(code)),
    ...listValues(evaluated.filter(({ system }) => !system)),
  ];
}

function pick(claims: ReadonlyMap<string, JsonValue>, place: "before" | "after"): TokenClaims {
  const names = Object.entries(places).filter(([, it]) => it === place);
  return names.flatMap(([name]) => optional(name, claims.get(name)));
}

/** @see OpenID Connect Core 1.0 §3.1.3.6 */
function hashLeftHalf(value: string): string {
  return base64url.encode(hashText(value).subarray(0, 16));
}
