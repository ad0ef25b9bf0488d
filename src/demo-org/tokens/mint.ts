import { base64url, SignJWT } from "jose";
import type { JsonValue } from "../claims/standard-claims.ts";
import { drawRandomId } from "./random-id.ts";
import type { SigningKey } from "./signing-keys.ts";

/** What every token of one answer has in common. */
export type Occasion = {
  readonly key: SigningKey;
  readonly issuer: string;
  readonly clientId: string;
  readonly userId: string;
  /** NumericDate seconds. */
  readonly issuedAt: number;
  /** When the person last typed a password, NumericDate seconds. */
  readonly authTime: number;
};

/** Not configurable on any of Okta's servers (Okta: ID token lifetime). */
const idTokenLifetimeSeconds = 3600;

type IdTokenContent = {
  readonly orgId: string;
  readonly nonce: string;
  readonly claims: ReadonlyMap<string, JsonValue>;
  readonly accessToken: string | undefined;
};

/** Of the scope claims, those that Okta's samples show right after `sub`; the others come behind `nonce`. */
const early = new Set(["name", "email"]);

/** Of the claims, those that are not standard come last: an admin added them. */
const isCustom = (name: string, standard: ReadonlySet<string>) => !standard.has(name);

/**
 * Signs an ID token, its claims in the order of Okta's samples.
 *
 * @see OpenID Connect Core 1.0 §2, §3.2.2.9 (`at_hash`); Okta: Customize tokens with a groups claim (samples)
 */
export async function mintIdToken(
  occasion: Occasion,
  { orgId, nonce, claims, accessToken }: IdTokenContent,
  standardNames: ReadonlySet<string>,
): Promise<string> {
  const pick = (wanted: (name: string) => boolean) =>
    Object.fromEntries([...claims].filter(([name]) => wanted(name)));
  return sign(occasion.key, undefined, {
    sub: occasion.userId,
    ...pick((name) => early.has(name)),
    ver: 1,
    iss: occasion.issuer,
    aud: occasion.clientId,
    iat: occasion.issuedAt,
    exp: occasion.issuedAt + idTokenLifetimeSeconds,
    jti: `ID.${drawRandomId()}`,
    // A password is all that the demo org asks for; a real org adds mfa and the like as its policies demand.
    amr: ["pwd"],
    idp: orgId,
    nonce,
    ...pick((name) => !early.has(name) && !isCustom(name, standardNames)),
    auth_time: occasion.authTime,
    ...(accessToken !== undefined && { at_hash: await hashOf(accessToken) }),
    ...pick((name) => isCustom(name, standardNames)),
  });
}

type AccessTokenContent = {
  readonly audience: string;
  readonly scopes: readonly string[];
  readonly lifetimeSeconds: number;
  readonly typ: string | undefined;
  /** `sub` first, then what an admin added. */
  readonly claims: ReadonlyMap<string, JsonValue>;
};

/** Signs an access token, its claims in the order of Okta's samples. */
export async function mintAccessToken(
  occasion: Occasion,
  { audience, scopes, lifetimeSeconds, typ, claims }: AccessTokenContent,
): Promise<string> {
  return sign(occasion.key, typ, {
    ver: 1,
    jti: `AT.${drawRandomId()}`,
    iss: occasion.issuer,
    aud: audience,
    iat: occasion.issuedAt,
    exp: occasion.issuedAt + lifetimeSeconds,
    cid: occasion.clientId,
    uid: occasion.userId,
    scp: scopes,
    auth_time: occasion.authTime,
    ...Object.fromEntries(claims),
  });
}

function sign(key: SigningKey, typ: string | undefined, payload: Record<string, unknown>) {
  return new SignJWT(payload)
    .setProtectedHeader({ kid: key.kid, alg: "RS256", ...(typ !== undefined && { typ }) })
    .sign(key.privateKey);
}

/** Left half of the SHA-256: OpenID Connect Core 1.0 §3.1.3.6. */
async function hashOf(accessToken: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(accessToken));
  return base64url.encode(new Uint8Array(digest, 0, 16));
}
