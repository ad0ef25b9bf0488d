import * as v from "valibot";
import { mapFillKey, type TabStorage } from "../../tab-storage.ts";
import type { Digest } from "./digests.ts";
import { mapQuestionSchema } from "./map-question.ts";
import { type MapRow, mapRowSchema, withoutReasons } from "./map-row.ts";

const pauseSchema = v.variant("kind", [
  /** The user has to do something at the org first. `error` is set if the org returned an error. */
  v.object({ kind: v.literal("needs-user"), error: v.exactOptional(v.string()) }),
  v.object({ kind: v.literal("other-user") }),
  /** The page was opened without a response: after a reload, Back, or an error page of the org. */
  v.object({ kind: v.literal("interrupted") }),
  v.object({ kind: v.literal("not-sent"), message: v.string() }),
]);

const fillSchema = v.object({
  id: v.string(),
  question: mapQuestionSchema,
  query: v.string(),
  startedAtSeconds: v.number(),
  userId: v.optional(v.string()),
  rows: v.array(mapRowSchema),
  queue: v.array(v.string()),
  position: v.number(),
  attempts: v.number(),
  status: v.picklist(["running", "paused", "stopped", "done"]),
  pause: v.optional(pauseSchema),
  /** Rows whose response failed a check, or whose code could not be exchanged. They are not in the map. */
  failedRowIds: v.array(v.string()),
});

/** A fill of the map: the requests that are sent one after the other, and how many are done. Holds no tokens. */
export type Fill = v.InferOutput<typeof fillSchema>;

export type MapState = { digests: readonly Digest[]; fill: Fill | undefined };

const version = 1;
const storedSchema = v.object({ version: v.literal(version), fill: fillSchema });

export function loadFill(storage: TabStorage): Fill | undefined {
  const stored = v.safeParse(storedSchema, storage.load(mapFillKey));
  return stored.success ? stored.output.fill : undefined;
}

export function saveFill(storage: TabStorage, fill: Fill): void {
  const rows = fill.rows.map((row) => ({ ...row, cells: withoutReasons(row.cells) }));
  storage.save(mapFillKey, { version, fill: { ...fill, rows } });
}

export function clearFill(storage: TabStorage): void {
  storage.remove(mapFillKey);
}

export function findCurrentRow({ rows, queue, position }: Fill): MapRow | undefined {
  return rows.find(({ id }) => id === queue[position]);
}
