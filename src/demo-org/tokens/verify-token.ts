import { compactVerify, decodeJwt, errors } from "jose";
import type { SigningKeys } from "./signing-keys.ts";

/**
 * The payload of a token that one of the org's keys has signed, as whatever JSON it holds; undefined for any other.
 * Issuer, audience and times are not looked at.
 *
 * @see RFC 7515 §5.2; RFC 8725 §3.1 (the algorithm is ours to say, not the token's)
 */
export async function readSignedPayload(token: string, keys: SigningKeys): Promise<unknown> {
  try {
    const { payload } = await compactVerify(
      token,
      ({ kid }) => {
        const key = keys.find((pair) => pair.kid === kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key.publicKey;
      },
      { algorithms: ["RS256"] },
    );
    const content: unknown = JSON.parse(new TextDecoder().decode(payload));
    return content;
  } catch (cause) {
    if (cause instanceof errors.JOSEError || cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/**
 * The ID of a token that the org has just made itself.
 *
 * @throws {Error} It has none.
 */
export function readTokenId(token: string): string {
  const { jti } = decodeJwt(token);
  if (jti === undefined) throw new Error("A token issued by this org has no jti");
  return jti;
}
