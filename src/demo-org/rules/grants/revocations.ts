import { retention } from "../lifetimes.ts";
import type { Ports } from "../ports.ts";

const retentionMs = retention.revocationSeconds * 1000;

export async function joinFamily(
  { tokenFamilies, clock }: Pick<Ports, "tokenFamilies" | "clock">,
  jti: string,
  familyId: string,
): Promise<void> {
  await tokenFamilies.set(jti, familyId, clock() + retentionMs);
}

/** Returns true if the token endpoint issued the token to a user, for a code or a refresh token. */
export async function isFromCode(
  { tokenFamilies }: Pick<Ports, "tokenFamilies">,
  jti: string,
): Promise<boolean> {
  return (await tokenFamilies.get(jti)) !== undefined;
}

/**
 * Revokes one access token, by its `jti`, or all tokens of a sign-in, by its `familyId`.
 *
 * @see RFC 7009 §2.1; Okta: Understand the token lifecycle, "Revocation" (a refresh token and its ID tokens)
 */
export async function revoke(
  { revocations, clock }: Pick<Ports, "revocations" | "clock">,
  id: string,
): Promise<void> {
  await revocations.set(id, true, clock() + retentionMs);
}

/** @param id A `jti` or a `familyId`. To check a token and its family, use `isTokenRevoked`. */
export async function isRevoked(
  { revocations }: Pick<Ports, "revocations">,
  id: string,
): Promise<boolean> {
  return (await revocations.get(id)) === true;
}

export async function isTokenRevoked(
  ports: Pick<Ports, "revocations" | "tokenFamilies">,
  jti: string,
): Promise<boolean> {
  if (await isRevoked(ports, jti)) return true;
  const familyId = await ports.tokenFamilies.get(jti);
  return typeof familyId === "string" && (await isRevoked(ports, familyId));
}
