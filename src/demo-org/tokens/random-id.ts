import { base64url } from "jose";

/** 256 random bits as 43 base64url characters, as in a token's `jti` (`ID.…`, `AT.…`). */
export function drawRandomId(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(32)));
}
