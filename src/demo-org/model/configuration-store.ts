import * as v from "valibot";
import { createSerialQueue } from "../serial-queue.ts";
import type { Store } from "../store.ts";
import { type Configuration, configurationSchema } from "./configuration.ts";

type Change<T> = { readonly configuration: Configuration; readonly result: T };

export type ConfigurationStore = {
  readonly read: () => Promise<Configuration>;
  /** Changes run one at a time, each based on the previous one. If `change` throws, nothing is changed. */
  readonly change: <T>(change: (latest: Configuration) => Change<T>) => Promise<T>;
  readonly reset: () => Promise<void>;
};

const key = "configuration";

/**
 * The seed is not stored: an unchanged org gets the next release's. A configuration in an outdated format is ignored.
 */
export function createConfigurationStore(store: Store, seed: Configuration): ConfigurationStore {
  let latest: Promise<Configuration> | undefined;
  const enqueue = createSerialQueue();

  const read = () => {
    latest ??= loadStored(store, seed).catch((cause: unknown) => {
      latest = undefined;
      throw cause;
    });
    return latest;
  };

  return {
    read,
    change: (change) =>
      enqueue(async () => {
        const { configuration, result } = change(await read());
        await store.set(key, configuration);
        latest = Promise.resolve(configuration);
        return result;
      }),
    reset: () =>
      enqueue(async () => {
        await store.delete(key);
        latest = undefined;
      }),
  };
}

async function loadStored(store: Store, seed: Configuration): Promise<Configuration> {
  const stored = v.safeParse(configurationSchema, await store.get(key));
  return stored.success ? stored.output : seed;
}
