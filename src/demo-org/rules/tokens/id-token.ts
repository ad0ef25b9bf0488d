import { base64url } from "jose";
import { hashText } from "../../hash-text.ts";
import { createRandomId } from "../../random-id.ts";
import { splitWords } from "../../split-words.ts";
import type { JsonValue } from "../claims/claims-context.ts";
import { evaluateClaims } from "../claims/evaluate-claims.ts";
import type { TokenSubject } from "./access-token.ts";
import { listValues, optional, type TokenClaims } from "./sign-token.ts";

/** Standard claims before the base claims. The other standard claims follow `nonce`, as in Okta's sample tokens. */
const leading = new Set(["name", "email", "locale"]);

const trailing = splitWords(`
  preferred_username nickname given_name middle_name family_name profile picture website gender
  birthdate zoneinfo updated_at email_verified phone_number address
`);

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
    ...pick(standard, [...leading]),
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
    ...pick(standard, trailing),
    ["auth_time", authTime],
    ...optional("at_hash", accessToken && hashLeftHalf(accessToken)),
    ...optional("c_hash", code && hashLeftHalf(code)),
    ...listValues(evaluated.filter(({ system }) => !system)),
  ];
}

function pick(claims: ReadonlyMap<string, JsonValue>, names: readonly string[]): TokenClaims {
  return names.flatMap((name) => optional(name, claims.get(name)));
}

/** @see OpenID Connect Core 1.0 §3.1.3.6 */
function hashLeftHalf(value: string): string {
  return base64url.encode(hashText(value).subarray(0, 16));
}
