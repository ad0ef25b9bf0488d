import * as v from "valibot";
import { isJsonObject, type JsonObject } from "../oidc/json.ts";
import { sentRequestSchema } from "./sent-requests.ts";
import type { Kept, TabStorage } from "./tab-storage.ts";

/** What is read was written as JSON, so an object of it holds nothing but JSON. */
const jsonObject = v.custom<JsonObject>(isJsonObject);

/**
 * One answer that came to this tab. It is kept as it came; everything said of it is worked out from it anew,
 * so a token that has expired since is shown as expired.
 */
const runSchema = v.object({
  id: v.string(),
  receivedAtSeconds: v.number(),
  /** The fragment, without its `#`; or the query, without its `?`. */
  fragment: v.string(),
  cameInQuery: v.exactOptional(v.literal(true)),
  /** The request of this tab that bears the answer's `state`; absent where there is none. */
  request: v.exactOptional(sentRequestSchema),
  /** Where no request matched: the `state` that this tab waited for last. */
  expectedState: v.exactOptional(v.string()),
  /** The answer repeats one that this tab has had before, as going back does. */
  isRepeat: v.boolean(),
  /** UserInfo's claims, once asked for. */
  userInfo: v.exactOptional(jsonObject),
});

export type Run = v.InferOutput<typeof runSchema>;

const key = "runs";
/** As many as can be told apart on one screen. Compare says how many. */
const mostKept = 12;

/** The runs of this tab, newest first. */
export function readRuns(storage: TabStorage): readonly Run[] {
  const kept = v.safeParse(v.array(runSchema), storage.read(key));
  return kept.success ? kept.output : [];
}

/** The runs with one more, without those that are too many. */
export function addRun(runs: readonly Run[], run: Run): readonly Run[] {
  return [run, ...runs].slice(0, mostKept);
}

/**
 * Keeps the runs, and where the storage has no room for all of them the newest.
 *
 * @returns Whether the newest of all is kept. Where not even that one fits, the others stay.
 */
export function writeRuns(storage: TabStorage, runs: readonly Run[]): Kept {
  for (let count = runs.length; count > 0; count--) {
    const kept = storage.write(key, runs.slice(0, count));
    if (kept !== "full") return kept;
  }
  storage.write(key, runs.slice(1));
  return "full";
}

/** Forgets every answer of this tab. */
export function forgetRuns(storage: TabStorage): void {
  storage.remove(key);
}
