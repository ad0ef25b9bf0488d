import type { ClaimsMember } from "../../../oidc/claims-set.ts";
import { type ClaimOrigins, isGroupsClaim } from "../../../okta/is-groups-claim.ts";
import { formatCount } from "./format-count.ts";

type TokenSize = { bytes: number; groupBytes: number };

/** Measures a signed token, and the bytes that groups claims add to it. Base64url turns 3 bytes into 4 characters. */
export function measureToken(
  raw: string,
  members: readonly ClaimsMember[],
  origins?: ClaimOrigins,
): TokenSize {
  const bytesOfGroups = countGroupBytes(members, origins);
  if (bytesOfGroups === 0) return { bytes: raw.length, groupBytes: 0 };
  const [, payload = ""] = raw.split(".", 2);
  const payloadBytes = Math.floor((payload.length * 3) / 4);
  const without = Math.ceil(((payloadBytes - bytesOfGroups) * 4) / 3);
  return { bytes: raw.length, groupBytes: payload.length - without };
}

export function measureJson(
  text: string,
  members: readonly ClaimsMember[],
  origins?: ClaimOrigins,
): TokenSize {
  return { bytes: countBytes(text), groupBytes: countGroupBytes(members, origins) };
}

function countGroupBytes(members: readonly ClaimsMember[], origins?: ClaimOrigins): number {
  return members
    .filter(({ name, value }) => isGroupsClaim(name, value, origins))
    .reduce((sum, { name, source }) => sum + countBytes(`${JSON.stringify(name)}:${source},`), 0);
}

function countBytes(text: string): number {
  // Nearly all JSON is ASCII, whose length is much faster to find.
  if (/^\p{ASCII}*$/u.test(text)) return text.length;
  return new TextEncoder().encode(text).length;
}

/** "1,204 bytes, 38 for groups" */
export function describeSize({ bytes, groupBytes }: TokenSize): string {
  const size = `${formatCount(bytes)} bytes`;
  return groupBytes > 0 ? `${size}, ${formatCount(groupBytes)} for groups` : size;
}
