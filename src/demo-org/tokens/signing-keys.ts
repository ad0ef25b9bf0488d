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

/** The first signs; the second is published ahead, as a server does that is about to change its key. */
export type SigningKeys = v.InferOutput<typeof pairsSchema>;

const storeKey = "signing keys";
const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/**
 * Makes a reader of the org's keys: those in the store, or two new ones on first need. Requests that come while they
 * are made wait for the same two.
 *
 * The private keys cannot be exported, not even by the org.
 */
export function createKeyReader(store: Store): () => Promise<SigningKeys> {
  let pending: Promise<SigningKeys> | undefined;
  return () => {
    pending ??= readOrCreate(store).catch((cause: unknown) => {
      // A full or locked storage may be free again by the next request.
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

async function readOrCreate(store: Store): Promise<SigningKeys> {
  const stored = await readKeys(store);
  if (stored) return stored;

  const created: SigningKeys = await Promise.all([createPair(), createPair()]);
  // A worker that is being replaced shares its store with the one to come: whoever was first is followed.
  const others = await readKeys(store);
  if (others) return others;
  await store.set(storeKey, created);
  return created;
}

async function readKeys(store: Store): Promise<SigningKeys | undefined> {
  const stored = v.safeParse(pairsSchema, await store.get(storeKey));
  return stored.success ? stored.output : undefined;
}

/** @see RFC 7638 (the thumbprint is the key ID, 43 characters long as Okta's are) */
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
