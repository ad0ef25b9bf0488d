import { createRandomValue } from "./authorization-request.ts";
import { encodeBase64Url } from "./base64url.ts";

/**
 * Creates a code verifier: a secret of this tab, which proves to the token endpoint that the code is its own.
 *
 * @returns 256 random bits as 43 characters of base64url.
 * @see RFC 7636 §4.1
 */
export function createCodeVerifier(): string {
  return createRandomValue();
}

/**
 * Computes the S256 code challenge of a verifier.
 *
 * @throws Where `crypto.subtle` is missing: on pages that are neither on https nor on localhost.
 * @see RFC 7636 §4.2
 */
export async function computeCodeChallenge(codeVerifier: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
  return encodeBase64Url(new Uint8Array(digest));
}
