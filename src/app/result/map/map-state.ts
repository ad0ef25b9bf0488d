import type { Check } from "../../../oidc/check.ts";
import type { Run } from "../../run.ts";
import type { RecordContext } from "./build-digest.ts";
import type { Digest } from "./digests.ts";
import type { Fill } from "./fill-state.ts";
import type { MapQuestion } from "./map-question.ts";
import type { MapRow } from "./map-row.ts";

/** What this tab has seen, and the fill that is going on. */
export type MapState = { digests: readonly Digest[]; fill: Fill | undefined };

export type MapActions = {
  /** Keeps what a checked run of the user's own shows. */
  readonly record: (run: Run, checks: readonly Check[], context?: RecordContext) => void;
  /** The same for runs that were not recorded when they were shown, after it has checked them. */
  readonly recordRuns: (
    runs: readonly Run[],
    user: { id: string | undefined; name: string | undefined },
    rows: readonly MapRow[],
  ) => Promise<void>;
  /** Requests rows one after the other. Only a press of a button may call it. */
  readonly start: (question: MapQuestion, rowIds: ReadonlySet<string>) => Promise<void>;
  /** Goes on with a fill that is paused: silently, or with a request that lets the user sign in. */
  readonly goOn: (mode: "silent" | "interactive") => Promise<void>;
  readonly stop: () => void;
  /** Goes on after the page was opened, with the response that was received, if there was one. */
  readonly resume: (received: Run | undefined) => Promise<void>;
  /** The page returned from the browser's back/forward cache. */
  readonly reload: () => void;
};
