const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

const orgSuffix = "0h7";

/** The first three characters of an ID name its type. @see Okta: the sample objects of the Management API */
export type IdPrefix =
  | "00u"
  | "00g"
  | "0oa"
  | "aus"
  | "scp"
  | "ocl"
  | "00p"
  | "0pr"
  | "ofc"
  | "tos";

export function createId(prefix: IdPrefix): string {
  const random = crypto.getRandomValues(new Uint8Array(14));
  return `${prefix}${Array.from(random, (byte) => alphabet[byte % alphabet.length]).join("")}${orgSuffix}`;
}
