import { sha256 } from "@noble/hashes/sha2.js";

/** SHA-256. `crypto.subtle` hashes on another thread, which takes several times as long for a short text. */
export function hashText(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text));
}
