import { sha256 } from "@noble/hashes/sha2.js";

/** SHA-256. For short texts `crypto.subtle` takes several times as long: it hashes on another thread. */
export function hashText(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text));
}
