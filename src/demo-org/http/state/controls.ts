import * as v from "valibot";
import { chosenLifetimesSchema } from "../../rules/lifetimes.ts";
import { createSerialQueue } from "../../serial-queue.ts";
import type { Store } from "../../store.ts";
import { faultSchema } from "./fault.ts";

const clockSchema = v.variant("kind", [
  v.object({ kind: v.literal("frozen"), /** Milliseconds since the epoch. */ at: v.number() }),
  v.object({ kind: v.literal("shifted"), byMs: v.number() }),
]);

const controlsSchema = v.object({
  clock: v.nullable(clockSchema),
  lifetimes: chosenLifetimesSchema,
  faults: v.array(faultSchema),
});

export type ClockControl = v.InferOutput<typeof clockSchema>;
export type Controls = v.InferOutput<typeof controlsSchema>;

export type ControlStore = {
  readonly load: () => Promise<void>;
  readonly read: () => Controls;
  readonly change: <T>(
    change: (latest: Controls) => { readonly controls: Controls; readonly result: T },
  ) => Promise<T>;
  readonly reset: () => Promise<void>;
};

const key = "controls";
const defaultControls: Controls = { clock: null, lifetimes: {}, faults: [] };

/** Stored, so that a restarted worker finds them. A value in an outdated format is ignored. */
export function createControlStore(store: Store): ControlStore {
  const enqueue = createSerialQueue();
  let latest = defaultControls;
  let loading: Promise<void> | undefined;

  const load = () => {
    loading ??= loadStored(store).then(
      (stored) => {
        latest = stored;
      },
      (cause: unknown) => {
        loading = undefined;
        throw cause;
      },
    );
    return loading;
  };
  return {
    load,
    read: () => latest,
    change: (change) =>
      enqueue(async () => {
        await load();
        const { controls, result } = change(latest);
        await store.set(key, controls);
        latest = controls;
        return result;
      }),
    reset: () =>
      enqueue(async () => {
        await load();
        await store.delete(key);
        latest = defaultControls;
      }),
  };
}

async function loadStored(store: Store): Promise<Controls> {
  const stored = v.safeParse(controlsSchema, await store.get(key));
  return stored.success ? stored.output : defaultControls;
}
