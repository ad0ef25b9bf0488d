import { encodeBase64Url } from "./base64url.ts";
import { type Check, defineCheck } from "./check.ts";
import { hasCryptography, noCryptography } from "./cryptography.ts";
import type { JsonValue } from "./json.ts";
import { quoteValue } from "./quote-value.ts";

type HashedAccessToken = { atHash: JsonValue | undefined; accessToken: string };
type HashedCode = { codeHash: JsonValue | undefined; code: string };

/** Compares `at_hash` with the left half of the access token's SHA-256 as base64url. @see OpenID Connect Core 1.0 §3.2.2.9 */
export function verifyAccessTokenHash({ atHash, accessToken }: HashedAccessToken): Promise<Check> {
  return verifyHash(atHash, accessToken, {
    claim: "at_hash",
    name: "Access token hash",
    hashed: "access token",
    missing: "The ID token has no at_hash to compare with the access token.",
    mismatch: "The two tokens do not belong together.",
  });
}

/** Compares `c_hash`, which is required if the redirect has a code. @see OpenID Connect Core 1.0 §3.3.2.10, §3.3.2.11 */
export function verifyCodeHash({ codeHash, code }: HashedCode): Promise<Check> {
  return verifyHash(codeHash, code, {
    claim: "c_hash",
    name: "Code hash",
    hashed: "code",
    missing: "The ID token has no c_hash, so the code may have been replaced.",
    mismatch: "The code does not belong to the ID token.",
  });
}

async function verifyHash(
  received: JsonValue | undefined,
  text: string,
  texts: Record<"claim" | "name" | "hashed" | "missing" | "mismatch", string>,
): Promise<Check> {
  const { claim, name, hashed, missing, mismatch } = texts;
  const check = defineCheck(`id_token.${claim}`, "id_token", name);
  if (received === undefined) return check.fail(missing);
  if (!hasCryptography()) return check.skip(noCryptography);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const expected = encodeBase64Url(new Uint8Array(digest, 0, digest.byteLength / 2));
  if (received === expected) return check.pass(`${claim} is the hash of the ${hashed}.`);
  return check.fail(
    `${claim} should be the ${hashed}’s hash, ${quoteValue(expected)}, but is ${quoteValue(received)}. ${mismatch}`,
  );
}
