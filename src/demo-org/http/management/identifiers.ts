const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

const orgSuffix = "0h7";

/** @param prefix Three characters that name the object's type. @see Okta: the sample objects of the Management API */
export function createId(prefix: string): string {
  const random = crypto.getRandomValues(new Uint8Array(14));
  return `${prefix}${Array.from(random, (byte) => alphabet[byte % alphabet.length]).join("")}${orgSuffix}`;
}
