import { base64url } from "jose";

const idBytes = 32;

/** Random bytes for many IDs: to ask the system for each by itself would be a twelfth of a sign-in's work. */
const supply = new Uint8Array(idBytes * 128);
let used = supply.length;

/** 43 characters that nobody can guess: 256 random bits in base64url, as Okta's token IDs are. */
export function createRandomId(): string {
  if (used === supply.length) {
    crypto.getRandomValues(supply);
    used = 0;
  }
  const start = used;
  used += idBytes;
  return base64url.encode(supply.subarray(start, used));
}
