import { base64url } from "jose";

const idLength = 43;

/** Random bytes are fetched for this many IDs at once: a fetch for each ID takes a twelfth of a sign-in's time. */
const supplied = 128;
const supplyBytes = (idLength * supplied * 3) / 4;

let supply = "";

/** 43 characters of base64url: 258 random bits, and the length of Okta's token IDs. */
export function createRandomId(): string {
  if (supply === "") supply = base64url.encode(crypto.getRandomValues(new Uint8Array(supplyBytes)));
  const id = supply.slice(0, idLength);
  supply = supply.slice(idLength);
  return id;
}
