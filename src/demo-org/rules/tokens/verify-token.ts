import { compactVerify, decodeJwt, errors } from "jose";
import type { SigningKeys } from "../signing-keys.ts";

/**
 * Verifies only the signature.
 *
 * @returns The payload; undefined if the token is not a JWT that the org signed.
 * @see RFC 7515 §5.2; RFC 8725 §3.1 (the algorithm is fixed, not taken from the token)
 */
export async function verifyPayload(token: string, keys: SigningKeys): Promise<unknown> {
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

export function decodeTokenId(token: string): string {
  const { jti } = decodeJwt(token);
  if (jti === undefined) throw new Error("A token issued by this org has no jti");
  return jti;
}
