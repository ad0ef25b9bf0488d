import { base64url } from "jose";

const idLength = 43;

/** For how many IDs random bytes are taken at a time: to ask for each by itself is a twelfth of a sign-in's work. */
const supplied = 128;
const supplyBytes = (idLength * supplied * 3) / 4;

let supply = "";

/** 43 characters of base64url that nobody can guess: 258 random bits, in as many characters as Okta's token IDs have. */
export function createRandomId(): string {
  if (supply === "") supply = base64url.encode(crypto.getRandomValues(new Uint8Array(supplyBytes)));
  const id = supply.slice(0, idLength);
  supply = supply.slice(idLength);
  return id;
}
