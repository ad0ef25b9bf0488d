import type { Org } from "../org.ts";

/** Longer than any token lives: five years as a rule may have it, and ten as a test. */
const remembranceMs = 11 * 365 * 24 * 60 * 60 * 1000;

/** Notes which sign-in a token came of, by its `jti`. */
export async function joinFamily(
  { tokenFamilies, clock }: Org,
  jti: string,
  familyId: string,
): Promise<void> {
  await tokenFamilies.set(jti, familyId, clock() + remembranceMs);
}

/** Whether a token came from the token endpoint for a user: from a code or a refresh token. */
export async function isFromCode({ tokenFamilies }: Org, jti: string): Promise<boolean> {
  return (await tokenFamilies.get(jti)) !== undefined;
}

/** Nobody believes this access token any more. @see RFC 7009 §2.1 */
export async function revokeAccessToken({ revocations, clock }: Org, jti: string): Promise<void> {
  await revocations.set(jti, true, clock() + remembranceMs);
}

/**
 * Nor anything that came of this sign-in.
 *
 * @see RFC 7009 §2.1 (a refresh token takes its access tokens along); Okta: Understand the token lifecycle, "Revocation"
 *   (and its ID tokens)
 */
export async function revokeFamily({ revocations, clock }: Org, familyId: string): Promise<void> {
  await revocations.set(familyId, true, clock() + remembranceMs);
}

/** Whether all that came of a sign-in was revoked. */
export async function isFamilyRevoked({ revocations }: Org, familyId: string): Promise<boolean> {
  return (await revocations.get(familyId)) === true;
}

/** Whether a token was revoked, by its `jti`: by itself, or with all that came of its sign-in. */
export async function isTokenRevoked(org: Org, jti: string): Promise<boolean> {
  if ((await org.revocations.get(jti)) === true) return true;
  const familyId = await org.tokenFamilies.get(jti);
  return typeof familyId === "string" && (await isFamilyRevoked(org, familyId));
}
