import { calculateJwkThumbprint, importJWK } from "jose";
import type { KeyPair, SigningKeys } from "../rules/signing-keys.ts";
import keys from "./test-keys.json" with { type: "json" };

/**
 * For tests: two fixed keys, because generating new keys takes a second or more. The keys are not secret, because they
 * sign only test tokens.
 */
export const testKeys: SigningKeys = [await importPair(keys[0]), await importPair(keys[1])];

async function importPair(key: (typeof keys)[0] | undefined): Promise<KeyPair> {
  if (!key) throw new Error("test-keys.json must have two keys");
  const { kty, n, e } = key;
  const [publicKey, privateKey] = await Promise.all([
    importJWK({ kty, n, e }, "RS256"),
    importJWK(key, "RS256"),
  ]);
  if (!(publicKey instanceof CryptoKey && privateKey instanceof CryptoKey))
    throw new Error("test-keys.json has an invalid key");
  return { kid: await calculateJwkThumbprint({ kty, n, e }), publicKey, privateKey };
}
