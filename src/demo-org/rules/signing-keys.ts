import { calculateJwkThumbprint, exportJWK, type JWK } from "jose";
import * as v from "valibot";
import type { Store } from "../store.ts";

const pairSchema = v.object({
  kid: v.string(),
  publicKey: v.instance(CryptoKey),
  privateKey: v.instance(CryptoKey),
});

const pairsSchema = v.tuple([pairSchema, pairSchema]);

export type KeyPair = v.InferOutput<typeof pairSchema>;

/** The first key signs. The second key is only published, like the next key before a rotation. */
export type SigningKeys = v.InferOutput<typeof pairsSchema>;

const storeKey = "signing keys";
const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** Returns the stored keys, or creates them on first use. Private keys are not extractable. */
export function createKeyLoader(store: Store): () => Promise<SigningKeys> {
  let pending: Promise<SigningKeys> | undefined;
  return () => {
    pending ??= loadOrCreateKeys(store).catch((cause: unknown) => {
      // Don't cache the error: a full or locked storage may work again on the next request.
      pending = undefined;
      throw cause;
    });
    return pending;
  };
}

/** @see RFC 7517 §4 */
export async function publishKey({ kid, publicKey }: KeyPair): Promise<JWK> {
  return { ...(await exportJWK(publicKey)), alg: "RS256", kid, use: "sig" };
}

async function loadOrCreateKeys(store: Store): Promise<SigningKeys> {
  const stored = await loadKeys(store);
  if (stored) return stored;

  const created: SigningKeys = await Promise.all([createPair(), createPair()]);
  // A worker and its successor share a store. Both use the keys that were stored first.
  const others = await loadKeys(store);
  if (others) return others;
  await store.set(storeKey, created);
  return created;
}

async function loadKeys(store: Store): Promise<SigningKeys | undefined> {
  const stored = v.safeParse(pairsSchema, await store.get(storeKey));
  return stored.success ? stored.output : undefined;
}

/** @see RFC 7638 (the thumbprint is the key ID: 43 characters, as Okta's) */
async function createPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, false, [
    "sign",
    "verify",
  ]);
  return {
    kid: await calculateJwkThumbprint(await exportJWK(publicKey)),
    publicKey,
    privateKey,
  };
}
