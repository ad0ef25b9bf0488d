import { calculateJwkThumbprint, importJWK } from "jose";
import type { KeyPair, SigningKeys } from "../rules/signing-keys.ts";
import keys from "./test-keys.json" with { type: "json" };

/**
 * For tests: two fixed keys, because generating new ones takes a second or more. They are no secret: nothing else signs
 * with them.
 */
export const testKeys: SigningKeys = [await importPair(keys[0]), await importPair(keys[1])];

async function importPair(key: (typeof keys)[0] | undefined): Promise<KeyPair> {
  if (!key) throw new Error("There are two test keys");
  const { kty, n, e } = key;
  const [publicKey, privateKey] = await Promise.all([
    importJWK({ kty, n, e }, "RS256"),
    importJWK(key, "RS256"),
  ]);
  if (!(publicKey instanceof CryptoKey && privateKey instanceof CryptoKey))
    throw new Error("A test key is none");
  return { kid: await calculateJwkThumbprint({ kty, n, e }), publicKey, privateKey };
}
