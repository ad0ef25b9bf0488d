import { compactVerify, importJWK } from "jose";
import { encodeBase64Url } from "./base64url.ts";
import type { Check, TokenName } from "./check.ts";
import { quoteValue } from "./evidence.ts";
import { acceptedAlgorithm } from "./header-checks.ts";
import { type JsonObject, type JsonValue, readMember } from "./json.ts";
import { decodeJwt } from "./jwt.ts";

export type SignatureToVerify = {
  token: string;
  about: TokenName;
  /** The keys that the issuer publishes, as JSON Web Keys (RFC 7517 §4): never any that the token brings along. */
  keys: readonly JsonObject[];
};

export type AccessTokenHashToVerify = {
  /** The ID token's `at_hash`; `undefined` where it has none. */
  atHash: JsonValue | undefined;
  accessToken: string;
};

const insecure =
  "This page was not opened over https or on localhost, so the browser keeps cryptography from it.";

/**
 * Verifies a token's signature with the issuer's keys. RS256 and nothing else.
 *
 * Claims are not looked at: a good signature on an expired token passes.
 *
 * @see RFC 7515 §5.2; OpenID Connect Core 1.0 §3.1.3.7 (6, 7)
 */
export async function verifySignature({ token, about, keys }: SignatureToVerify): Promise<Check> {
  const check = { id: `${about}.signature`, about, name: "Signature" };
  if (!hasCryptography()) return { ...check, status: "skipped", detail: insecure };

  const decoded = decodeJwt(token);
  if (decoded.kind === "undecodable") {
    return { ...check, status: "fail", detail: "There is no readable signature to verify." };
  }
  const keyId = readMember(decoded.header, "kid");
  const candidates = keys.filter((key) => canVerify(key, keyId));
  if (candidates.length === 0) {
    const detail = `The issuer publishes no ${acceptedAlgorithm} key with the ID ${quoteValue(keyId)} that the token names.`;
    return { ...check, status: "fail", detail };
  }
  for (const key of candidates) {
    if (await isSignedWith(token, key)) {
      const detail = `The issuer’s key ${quoteValue(readMember(key, "kid"))} fits the signature, so nobody has changed the token.`;
      return { ...check, status: "pass", detail };
    }
  }
  const detail =
    "The signature does not fit the issuer’s key: the token was changed, or somebody else made it.";
  return { ...check, status: "fail", detail };
}

/**
 * Verifies that an ID token and an access token belong together.
 *
 * @see OpenID Connect Core 1.0 §3.2.2.9: the left half of the access token's SHA-256, as base64url
 */
export async function verifyAccessTokenHash({
  atHash,
  accessToken,
}: AccessTokenHashToVerify): Promise<Check> {
  const check = { id: "id_token.at_hash", about: "id_token", name: "Access token hash" } as const;
  if (atHash === undefined) {
    return { ...check, status: "fail", detail: "The ID token has no at_hash to compare." };
  }
  if (!hasCryptography()) return { ...check, status: "skipped", detail: insecure };

  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(accessToken));
  const expected = encodeBase64Url(new Uint8Array(digest, 0, digest.byteLength / 2));
  return atHash === expected
    ? {
        ...check,
        status: "pass",
        detail: "The ID token’s at_hash is the hash of the access token that came with it.",
      }
    : {
        ...check,
        status: "fail",
        detail: `The access token’s hash is ${quoteValue(expected)}, but the ID token’s at_hash is ${quoteValue(atHash)}: the two do not belong together.`,
      };
}

/** Browsers keep `crypto.subtle` from pages in an insecure context (W3C Web Cryptography API §10). */
function hasCryptography(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** Naming the key is optional (RFC 7515 §4.1.4), so a token that names none is tried with every key. */
function canVerify(key: JsonObject, keyId: JsonValue | undefined): boolean {
  const { kty, use = "sig", alg = acceptedAlgorithm, kid } = key;
  return (
    kty === "RSA" &&
    use === "sig" &&
    alg === acceptedAlgorithm &&
    (keyId === undefined || kid === keyId)
  );
}

async function isSignedWith(token: string, { n, e }: JsonObject): Promise<boolean> {
  if (typeof n !== "string" || typeof e !== "string") return false;
  try {
    const key = await importJWK({ kty: "RSA", n, e }, acceptedAlgorithm);
    await compactVerify(token, key, { algorithms: [acceptedAlgorithm] });
    return true;
  } catch {
    return false;
  }
}
