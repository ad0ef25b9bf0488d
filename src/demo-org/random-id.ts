import { base64url } from "jose";

/** 43 characters that nobody can guess: 256 random bits in base64url, as Okta's token IDs are. */
export function createRandomId(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(32)));
}
