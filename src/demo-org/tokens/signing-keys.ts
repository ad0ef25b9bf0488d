import { calculateJwkThumbprint, exportJWK, type JWK } from "jose";
import type { Store } from "../store.ts";

export type SigningKey = {
  /** 43 base64url characters: the key's thumbprint (RFC 7638), so that it never names two keys. */
  readonly kid: string;
  /** Cannot be exported, not even by the org. */
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
};

const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: "SHA-256",
};

const storeKey = "signing-keys";

/**
 * The org's keys, made when first asked for and kept in the store: the first signs, the second stands by, as an
 * org that rotates its keys has it.
 *
 * @returns A function that gives the same keys however often and however concurrently it is called.
 */
export function createSigningKeys(store: Store): () => Promise<readonly SigningKey[]> {
  let keys: Promise<readonly SigningKey[]> | undefined;
  return () => {
    keys ??= readOrMake(store).catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return keys;
  };
}

async function readOrMake(store: Store): Promise<readonly SigningKey[]> {
  const kept = await store.get(storeKey);
  if (Array.isArray(kept) && kept.length === 2 && kept.every(isSigningKey)) return kept;
  const made = await Promise.all([makeKey(), makeKey()]);
  await store.set(storeKey, made);
  return made;
}

async function makeKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, [
    "sign",
    "verify",
  ]);
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, privateKey, publicJwk: { ...jwk, alg: "RS256", kid, use: "sig" } };
}

function isSigningKey(value: unknown): value is SigningKey {
  if (typeof value !== "object" || value === null) return false;
  return (
    "kid" in value &&
    typeof value.kid === "string" &&
    "privateKey" in value &&
    value.privateKey instanceof CryptoKey &&
    "publicJwk" in value &&
    typeof value.publicJwk === "object"
  );
}
