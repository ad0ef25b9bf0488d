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

/** Whether the token endpoint issued the token to a user. */
export async function isFromCode(
  { tokenFamilies }: Pick<Ports, "tokenFamilies">,
  jti: string,
): Promise<boolean> {
  return (await tokenFamilies.get(jti)) !== undefined;
}

/** @see RFC 7009 §2.1 */
export async function revokeAccessToken(
  { revocations, clock }: Pick<Ports, "revocations" | "clock">,
  jti: string,
): Promise<void> {
  await revocations.set(jti, true, clock() + retentionMs);
}

/** @see RFC 7009 §2.1; Okta: Understand the token lifecycle, "Revocation" (and with its ID tokens) */
export async function revokeFamily(
  { revocations, clock }: Pick<Ports, "revocations" | "clock">,
  familyId: string,
): Promise<void> {
  await revocations.set(familyId, true, clock() + retentionMs);
}

export async function isFamilyRevoked(
  { revocations }: Pick<Ports, "revocations">,
  familyId: string,
): Promise<boolean> {
  return (await revocations.get(familyId)) === true;
}

export async function isTokenRevoked(
  ports: Pick<Ports, "revocations" | "tokenFamilies">,
  jti: string,
): Promise<boolean> {
  if ((await ports.revocations.get(jti)) === true) return true;
  const familyId = await ports.tokenFamilies.get(jti);
  return typeof familyId === "string" && (await isFamilyRevoked(ports, familyId));
}
