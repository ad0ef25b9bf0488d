import { compactVerify, importJWK } from "jose";
import { type Check, defineCheck, type TokenName } from "./check.ts";
import { hasCryptography, noCryptography } from "./cryptography.ts";
import { acceptedAlgorithm } from "./header-checks.ts";
import { findMember, type JsonObject, type JsonValue } from "./json.ts";
import { decodeJwt } from "./jwt.ts";
import { quoteValue } from "./quote-value.ts";

type SignatureToVerify = {
  token: string;
  about: TokenName;
  /** JSON Web Keys (RFC 7517 §4) that the issuer publishes or the user pasted. Never pass keys from the token itself. */
  keys: readonly JsonObject[];
  keysAre?: "issuers" | "pasted";
};

/** Verifies a signature. Accepts only RS256. Checks no claims. @see RFC 7515 §5.2; OpenID Connect Core 1.0 §3.1.3.7 (6, 7) */
export async function verifySignature(signature: SignatureToVerify): Promise<Check> {
  const { token, about, keys, keysAre = "issuers" } = signature;
  const check = defineCheck(`${about}.signature`, about, "Signature");
  if (!hasCryptography()) return check.skip(noCryptography);

  const decoded = decodeJwt(token);
  if (decoded.kind === "undecodable") {
    return decoded.problem.code === "encrypted"
      ? check.skip("The token is encrypted, so this page can’t check its signature.")
      : check.fail("The token can’t be decoded, so it has no signature to check.");
  }
  if (findMember(decoded.header, "alg") !== acceptedAlgorithm) {
    return check.fail(
      `Only ${acceptedAlgorithm} signatures are accepted, and the header has another algorithm.`,
    );
  }
  const keyId = findMember(decoded.header, "kid");
  const candidates = keys.filter((key) => canVerify(key, keyId));
  if (candidates.length === 0) {
    const withId = keyId === undefined ? "" : ` with the token’s key ID, ${quoteValue(keyId)}`;
    const detail =
      keysAre === "pasted"
        ? `You pasted no ${acceptedAlgorithm} key${withId}.`
        : `The issuer publishes no ${acceptedAlgorithm} key${withId}.`;
    return { ...check.fail(detail), hasNoKey: true };
  }
  for (const key of candidates) {
    if (await isSignedWith(token, key)) {
      return check.pass(
        keysAre === "pasted"
          ? "The key that you pasted signed this token. You can trust the token as much as you trust the key."
          : `The issuer’s key ${quoteValue(findMember(key, "kid"))} signed this token, and it hasn’t changed since.`,
      );
    }
  }
  const owner = keysAre === "pasted" ? "the pasted key" : "the issuer’s key";
  return check.fail(
    `The signature does not match ${owner}. The token was changed, or someone else signed it.`,
  );
}

/** If the token has no key ID, which is optional (RFC 7515 §4.1.4), every key is tried. */
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
