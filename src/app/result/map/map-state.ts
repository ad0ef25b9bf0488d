import type { Check } from "../../../oidc/check.ts";
import type { Run } from "../../run.ts";
import type { RecordContext } from "./build-digest.ts";
import type { Digest } from "./digests.ts";
import type { Fill } from "./fill-state.ts";
import type { MapQuestion } from "./map-question.ts";
import type { MapRow } from "./map-row.ts";

export type MapState = { digests: readonly Digest[]; fill: Fill | undefined };

export type MapActions = {
  readonly record: (run: Run, checks: readonly Check[], context?: RecordContext) => void;
  /** Checks runs that are not in the map yet, and adds them. */
  readonly recordRuns: (
    runs: readonly Run[],
    user: { id: string | undefined; name: string | undefined },
    rows: readonly MapRow[],
  ) => Promise<void>;
  readonly start: (question: MapQuestion, rowIds: ReadonlySet<string>) => Promise<void>;
  /** Continues a paused fill: with `prompt=none`, or so that the user can sign in. */
  readonly goOn: (mode: "silent" | "interactive") => Promise<void>;
  readonly stop: () => void;
  readonly resume: (received: Run | undefined) => Promise<void>;
  readonly reload: () => void;
};
