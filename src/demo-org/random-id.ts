const idLength = 43;
const alphabet = new TextEncoder().encode(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
);

/** Random characters for 128 IDs. A call of `getRandomValues` for each ID would take a twelfth of a sign-in's time. */
const supply = new Uint8Array(128 * idLength);
let used = supply.length;

const decoder = new TextDecoder();

/** Returns 43 characters, like Okta's token IDs. Decodes each ID alone: a slice would keep a long string in memory. */
export function createRandomId(): string {
  if (used === supply.length) {
    crypto.getRandomValues(supply);
    // 64 divides 256, so each character is equally likely.
    for (const [index, byte] of supply.entries()) supply[index] = alphabet[byte % 64] ?? 0;
    used = 0;
  }
  const id = decoder.decode(supply.subarray(used, used + idLength));
  used += idLength;
  return id;
}
