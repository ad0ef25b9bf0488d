import * as v from "valibot";
import type { Store } from "../store.ts";
import { createTurns } from "../take-turns.ts";
import { faultSchema } from "./fault.ts";

const clockSchema = v.variant("kind", [
  v.object({ kind: v.literal("frozen"), /** Milliseconds since the epoch. */ at: v.number() }),
  v.object({ kind: v.literal("shifted"), byMs: v.number() }),
]);

/** Longer than any test needs, and short enough for a date. */
const tenYears = 10 * 365 * 24 * 60 * 60;
const secondsSchema = v.exactOptional(
  v.pipe(
    v.number("Must be a number of seconds"),
    v.integer("Must be a whole number of seconds"),
    v.minValue(1, "Must be at least 1 second"),
    v.maxValue(tenYears, "Must be at most 10 years"),
  ),
);

/** How long what is issued lives, in seconds, in place of what the org, its servers and policies say. */
export const lifetimesSchema = v.strictObject({
  idTokenSeconds: secondsSchema,
  accessTokenSeconds: secondsSchema,
  /** From its first issue, used or not. */
  refreshTokenSeconds: secondsSchema,
  sessionSeconds: secondsSchema,
  codeSeconds: secondsSchema,
});

/** What a test may turn on the org that no real one has. */
const controlsSchema = v.object({
  /** null: as it is on the machine. */
  clock: v.nullable(clockSchema),
  lifetimes: lifetimesSchema,
  faults: v.array(faultSchema),
});

export type ClockControl = v.InferOutput<typeof clockSchema>;
export type ChosenLifetimes = v.InferOutput<typeof lifetimesSchema>;
type Controls = v.InferOutput<typeof controlsSchema>;

export type ControlStore = {
  /** Has to be done before anything is answered; from the second time on it costs nothing. */
  readonly load: () => Promise<void>;
  readonly read: () => Controls;
  /** Makes new controls of the latest. Changes take turns. */
  readonly change: <T>(
    change: (latest: Controls) => { readonly controls: Controls; readonly result: T },
  ) => Promise<T>;
  /** Lets go of all of them. */
  readonly reset: () => Promise<void>;
};

const key = "controls";
const untouched: Controls = { clock: null, lifetimes: {}, faults: [] };

/** Keeps the controls where a worker that was stopped finds them again. What another release has written is nothing. */
export function createControlStore(store: Store): ControlStore {
  const takeTurn = createTurns();
  let latest = untouched;
  let loading: Promise<void> | undefined;

  const load = () => {
    loading ??= readStored(store).then(
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
      takeTurn(async () => {
        await load();
        const { controls, result } = change(latest);
        await store.set(key, controls);
        latest = controls;
        return result;
      }),
    reset: () =>
      takeTurn(async () => {
        await load();
        await store.delete(key);
        latest = untouched;
      }),
  };
}

async function readStored(store: Store): Promise<Controls> {
  const stored = v.safeParse(controlsSchema, await store.get(key));
  return stored.success ? stored.output : untouched;
}
