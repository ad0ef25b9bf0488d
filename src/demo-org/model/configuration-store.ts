import * as v from "valibot";
import type { Store } from "../store.ts";
import { createTurns } from "../take-turns.ts";
import { type Configuration, configurationSchema } from "./configuration.ts";

/** A configuration as it is to be, and what to tell whoever asked for the change. */
type Change<T> = { readonly configuration: Configuration; readonly result: T };

export type ConfigurationStore = {
  readonly read: () => Promise<Configuration>;
  /**
   * Makes a new configuration of the latest one, and keeps it from the next request on. Changes take turns.
   *
   * @throws What `change` throws; then nothing is changed.
   */
  readonly change: <T>(change: (latest: Configuration) => Change<T>) => Promise<T>;
  /** Back to the seed. */
  readonly reset: () => Promise<void>;
};

const key = "configuration";

/**
 * Keeps the org's configuration: what the store holds, or the seed while nobody has changed anything.
 *
 * The seed is not written down, so that an org that was never changed follows the next release. What an older release
 * wrote in another shape counts as nothing. The store is read once: nobody else writes there.
 */
export function createConfigurationStore(store: Store, seed: Configuration): ConfigurationStore {
  let latest: Promise<Configuration> | undefined;
  const takeTurn = createTurns();

  const read = () => {
    latest ??= readStored(store, seed).catch((cause: unknown) => {
      latest = undefined;
      throw cause;
    });
    return latest;
  };

  return {
    read,
    change: (change) =>
      takeTurn(async () => {
        const { configuration, result } = change(await read());
        await store.set(key, configuration);
        latest = Promise.resolve(configuration);
        return result;
      }),
    reset: () =>
      takeTurn(async () => {
        await store.delete(key);
        latest = undefined;
      }),
  };
}

async function readStored(store: Store, seed: Configuration): Promise<Configuration> {
  const stored = v.safeParse(configurationSchema, await store.get(key));
  return stored.success ? stored.output : seed;
}
