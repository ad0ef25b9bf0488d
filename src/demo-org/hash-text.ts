import { sha256 } from "@noble/hashes/sha2.js";

/**
 * The SHA-256 of a text's UTF-8: 32 bytes.
 *
 * At once, where `crypto.subtle` would hand each text to another thread: for a token or a verifier that way there takes
 * several times as long as the hash.
 */
export function hashText(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text));
}
