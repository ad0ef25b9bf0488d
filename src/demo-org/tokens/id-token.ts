import { base64url } from "jose";
import type { JsonValue } from "../claims/claims-context.ts";
import { evaluateClaims } from "../claims/evaluate-claims.ts";
import { listClaims } from "../model/authorization-server.ts";
import { createRandomId } from "../random-id.ts";
import type { TokenClaims } from "./sign-token.ts";
import type { TokenSubject } from "./token-subject.ts";

/** Not configurable on any server. */
const lifetimeSeconds = 3600;

/** These stand before the base claims, all other standard claims after `nonce`, as in the tokens that Okta shows. */
const leading = new Set(["name", "email", "locale"]);

/** The order of the standard claims after `nonce`. */
const trailing = [
  "preferred_username",
  "nickname",
  "given_name",
  "middle_name",
  "family_name",
  "profile",
  "picture",
  "website",
  "gender",
  "birthdate",
  "zoneinfo",
  "updated_at",
  "email_verified",
  "phone_number",
  "address",
];

/**
 * Builds the claims of an ID token: fat, or thin where an access token goes with it.
 *
 * @param accessToken The access token of the same answer, to which `at_hash` ties the ID token.
 * @throws {ClaimEvaluationError} One of the claims cannot be evaluated.
 * @see OpenID Connect Core 1.0 §2, §3.2.2.10 and §5.4; Okta: OpenID Connect & OAuth 2.0 API, "ID token"
 */
export async function buildIdTokenClaims(
  subject: TokenSubject,
  nonce: string,
  accessToken: string | undefined,
): Promise<TokenClaims> {
  const { server, clientId, orgId, context, issuedAt, authTime, amr } = subject;
  const selection = { claimType: "IDENTITY", isThin: accessToken !== undefined } as const;
  const evaluated = evaluateClaims(listClaims(server, context.application), selection, context);
  const standard = new Map(evaluated.filter(isStandard).map(({ name, value }) => [name, value]));

  return [
    ["sub", context.user.id],
    ...pick(standard, [...leading]),
    ["ver", 1],
    ["iss", server.issuer],
    ["aud", clientId],
    ["iat", issuedAt],
    ["exp", issuedAt + lifetimeSeconds],
    ["jti", `ID.${createRandomId()}`],
    ["amr", amr],
    ["idp", orgId],
    ["nonce", nonce],
    ...pick(standard, trailing),
    ["auth_time", authTime],
    ...(accessToken === undefined
      ? []
      : [["at_hash", await hashAccessToken(accessToken)] as const]),
    ...evaluated
      .filter((claim) => !isStandard(claim))
      .map(({ name, value }) => [name, value] as const),
  ];
}

function isStandard({ system }: { readonly system: boolean }): boolean {
  return system;
}

function pick(claims: ReadonlyMap<string, JsonValue>, names: readonly string[]): TokenClaims {
  return names.flatMap((name) => {
    const value = claims.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
}

/** The left half of the token's SHA-256. @see OpenID Connect Core 1.0 §3.1.3.6 */
async function hashAccessToken(accessToken: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(accessToken));
  return base64url.encode(new Uint8Array(hash, 0, 16));
}
