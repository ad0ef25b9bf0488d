import * as v from "valibot";
import { chosenLifetimesSchema } from "../../rules/lifetimes.ts";
import { faultSchema } from "./fault.ts";

const clockSchema = v.variant("kind", [
  v.object({ kind: v.literal("frozen"), /** Milliseconds since the epoch. */ at: v.number() }),
  v.object({ kind: v.literal("shifted"), byMs: v.number() }),
]);

/** Settings for tests. They are stored, so that they survive a restart of the worker. */
export const controlsSchema = v.object({
  clock: v.nullable(clockSchema),
  lifetimes: chosenLifetimesSchema,
  faults: v.array(faultSchema),
});

export type Controls = v.InferOutput<typeof controlsSchema>;

export const defaultControls: Controls = { clock: null, lifetimes: {}, faults: [] };

export function toOrgTime(control: Controls["clock"], now: number): number {
  if (control === null) return now;
  switch (control.kind) {
    case "frozen":
      return control.at;
    case "shifted":
      return now + control.byMs;
    default:
      return control satisfies never;
  }
}
