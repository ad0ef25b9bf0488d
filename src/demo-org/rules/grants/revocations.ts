import { retention } from "../lifetimes.ts";
import type { Ports } from "../ports.ts";

const retentionMs = retention.revocationSeconds * 1000;

/** Stores which sign-in a token was issued for, by its `jti`. */
export async function joinFamily(
  { tokenFamilies, clock }: Pick<Ports, "tokenFamilies" | "clock">,
  jti: string,
  familyId: string,
): Promise<void> {
  await tokenFamilies.set(jti, familyId, clock() + retentionMs);
}

/** Whether a token was issued by the token endpoint for a user: for a code or a refresh token. */
export async function isFromCode(
  { tokenFamilies }: Pick<Ports, "tokenFamilies">,
  jti: string,
): Promise<boolean> {
  return (await tokenFamilies.get(jti)) !== undefined;
}

/** Revokes an access token. @see RFC 7009 §2.1 */
export async function revokeAccessToken(
  { revocations, clock }: Pick<Ports, "revocations" | "clock">,
  jti: string,
): Promise<void> {
  await revocations.set(jti, true, clock() + retentionMs);
}

/**
 * Revokes all tokens of a sign-in.
 *
 * @see RFC 7009 §2.1 (a refresh token is revoked with its access tokens); Okta: Understand the token lifecycle,
 *   "Revocation" (and with its ID tokens)
 */
export async function revokeFamily(
  { revocations, clock }: Pick<Ports, "revocations" | "clock">,
  familyId: string,
): Promise<void> {
  await revocations.set(familyId, true, clock() + retentionMs);
}

/** Whether all tokens of a sign-in were revoked. */
export async function isFamilyRevoked(
  { revocations }: Pick<Ports, "revocations">,
  familyId: string,
): Promise<boolean> {
  return (await revocations.get(familyId)) === true;
}

/** Whether a token was revoked, by its `jti`: on its own or with its sign-in. */
export async function isTokenRevoked(
  ports: Pick<Ports, "revocations" | "tokenFamilies">,
  jti: string,
): Promise<boolean> {
  if ((await ports.revocations.get(jti)) === true) return true;
  const familyId = await ports.tokenFamilies.get(jti);
  return typeof familyId === "string" && (await isFamilyRevoked(ports, familyId));
}
