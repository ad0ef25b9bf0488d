import { encodeBase64Url } from "./base64url.ts";
import type { Check } from "./check.ts";
import { hasCryptography, noCryptography } from "./cryptography.ts";
import type { JsonValue } from "./json.ts";
import { quoteValue } from "./quote-value.ts";

type AccessTokenHashToVerify = {
  /** The ID token's `at_hash`; `undefined` if it has none. */
  atHash: JsonValue | undefined;
  accessToken: string;
};

type CodeHashToVerify = {
  /** The ID token's `c_hash`; `undefined` if it has none. */
  codeHash: JsonValue | undefined;
  code: string;
};

/**
 * Verifies that an ID token and an access token belong together.
 *
 * @see OpenID Connect Core 1.0 §3.2.2.9: `at_hash` is the left half of the access token's SHA-256, as base64url
 */
export async function verifyAccessTokenHash({
  atHash,
  accessToken,
}: AccessTokenHashToVerify): Promise<Check> {
  const check = { id: "id_token.at_hash", about: "id_token", name: "Access token hash" } as const;
  if (atHash === undefined) {
    const detail = "The ID token has no at_hash to compare with the access token.";
    return { ...check, status: "fail", detail };
  }
  if (!hasCryptography()) return { ...check, status: "skipped", detail: noCryptography };

  const expected = await hashLeftHalf(accessToken);
  return atHash === expected
    ? { ...check, status: "pass", detail: "at_hash is the hash of the access token." }
    : {
        ...check,
        status: "fail",
        detail: `at_hash should be the access token’s hash, ${quoteValue(expected)}, but is ${quoteValue(atHash)}. The two tokens do not belong together.`,
      };
}

/**
 * Verifies that the ID token of an authorization response and its code belong together.
 *
 * @see OpenID Connect Core 1.0 §3.3.2.10, §3.3.2.11: `c_hash`, required when a code is returned with the ID token
 */
export async function verifyCodeHash({ codeHash, code }: CodeHashToVerify): Promise<Check> {
  const check = { id: "id_token.c_hash", about: "id_token", name: "Code hash" } as const;
  if (codeHash === undefined) {
    const detail = "The ID token has no c_hash, so the code may have been replaced.";
    return { ...check, status: "fail", detail };
  }
  if (!hasCryptography()) return { ...check, status: "skipped", detail: noCryptography };

  const expected = await hashLeftHalf(code);
  return codeHash === expected
    ? { ...check, status: "pass", detail: "c_hash is the hash of the code." }
    : {
        ...check,
        status: "fail",
        detail: `c_hash should be the code’s hash, ${quoteValue(expected)}, but is ${quoteValue(codeHash)}. The code does not belong to the ID token.`,
      };
}

async function hashLeftHalf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return encodeBase64Url(new Uint8Array(digest, 0, digest.byteLength / 2));
}
