import { sha256 } from "@noble/hashes/sha2.js";

/**
 * The SHA-256 hash of a text's UTF-8 bytes: 32 bytes.
 *
 * Synchronous, because `crypto.subtle` hashes on another thread, which takes several times as long for texts as short
 * as a token.
 */
export function hashText(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text));
}
