/** Strict: unused bits must be zero, so that bytes have only one encoding. @see RFC 7515 §2; RFC 4648 §3.5 */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return hasUnusedBits(text) ? undefined : bytes;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Two characters carry 12 bits for one byte, three carry 18 bits for two: 4 or 2 bits are unused. */
function hasUnusedBits(text: string): boolean {
  const lastValue = alphabet.indexOf(text.slice(-1));
  if (text.length % 4 === 2) return lastValue % 16 !== 0;
  if (text.length % 4 === 3) return lastValue % 4 !== 0;
  return false;
}
