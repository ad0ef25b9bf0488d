import { expect, test } from "vitest";
import { createDemoOrg } from "../http/demo-org.ts";
import { seedConfiguration } from "../seed/configuration.ts";
import { createMemoryStore, type Store } from "../store.ts";
import { createKeyLoader } from "./signing-keys.ts";

const baseUrl = "https://org.example";

/** Tests that don't need new keys share these, because generating keys is slow. */
const fetchSharedKeys = createKeyLoader(createMemoryStore());

async function fetchKeyIds(store: Store): Promise<string[]> {
  const fetch = createDemoOrg({
    baseUrl,
    store,
    redirectUris: [],
    sessionCarrier: "store",
    seed: seedConfiguration,
  });
  const response = await fetch(new Request(`${baseUrl}/oauth2/v1/keys`));
  const { keys }: { keys: { kid: string }[] } = await response.json();
  return keys.map(({ kid }) => kid);
}

test("concurrent first requests get the same keys", async () => {
  const [one, other] = await Promise.all([fetchSharedKeys(), fetchSharedKeys()]);
  expect(one).toBe(other);
});

test("keys are kept in the store, so an org with another store has other keys", async () => {
  const store = createMemoryStore();
  const kids = await fetchKeyIds(store);
  expect(new Set(kids).size).toBe(2);
  expect(await fetchKeyIds(store)).toEqual(kids);
  for (const { kid } of await fetchSharedKeys()) expect(kids).not.toContain(kid);
});

test("an org that starts while another generates keys uses the other's keys", async () => {
  const store = createMemoryStore();
  const [one, other] = await Promise.all([createKeyLoader(store)(), createKeyLoader(store)()]);
  expect(other[0].kid).toBe(one[0].kid);
});

test("the private keys can't be exported", async () => {
  for (const { privateKey } of await fetchSharedKeys())
    await expect(crypto.subtle.exportKey("jwk", privateKey)).rejects.toThrow();
});

test("an invalid stored value is replaced, and a failed read is retried", async () => {
  const store = createMemoryStore();
  await store.set("signing keys", [{ kid: "old" }]);
  let isBroken = true;
  const read = createKeyLoader({
    ...store,
    get: async (key) => {
      if (isBroken) throw new Error("locked");
      return store.get(key);
    },
  });
  await expect(read()).rejects.toThrow("locked");
  isBroken = false;
  expect(await read()).toHaveLength(2);
});
