import { CompactSign } from "jose";
import type { JsonValue } from "../claims/claims-context.ts";
import type { KeyPair } from "./signing-keys.ts";

/** A token's claims in the order in which they are written. */
export type TokenClaims = readonly (readonly [name: string, value: JsonValue])[];

/**
 * Signs a token with RS256. Its header names the key first, as Okta's do.
 *
 * @param typ Left out of the header where it is not given.
 * @see RFC 7515 §3.1
 */
export async function signToken(claims: TokenClaims, key: KeyPair, typ?: string): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify(Object.fromEntries(claims)));
  const header = { kid: key.kid, ...(typ !== undefined && { typ }), alg: "RS256" };
  return await new CompactSign(payload).setProtectedHeader(header).sign(key.privateKey);
}
