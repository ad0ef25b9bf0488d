const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** What IDs of this org end in; at Okta all of one org end alike. */
const orgSuffix = "0h7";

/** Which kind of thing an ID names, by its first three characters. @see Okta: the sample objects of the Management API */
type IdPrefix = "00u" | "00g" | "0oa" | "aus" | "scp" | "ocl" | "00p" | "0pr" | "ofc" | "tos";

/** A new ID: 20 characters, the kind first. */
export function createId(prefix: IdPrefix): string {
  const random = crypto.getRandomValues(new Uint8Array(14));
  return `${prefix}${Array.from(random, (byte) => alphabet[byte % alphabet.length]).join("")}${orgSuffix}`;
}
