import { encodeBase64Url } from "./base64url.ts";

/**
 * Computes the S256 challenge of a code verifier.
 *
 * @throws There is no `crypto.subtle`: the page is neither on https nor on localhost.
 * @see RFC 7636 §4.2
 */
export async function computeCodeChallenge(codeVerifier: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
  return encodeBase64Url(new Uint8Array(digest));
}
