import { mapPlaces } from "../../../okta/groups-map/map-cell.ts";
import type { Run } from "../../run.ts";
import { buildDigest, type RecordContext } from "./build-digest.ts";
import { adoptUser, type Digest } from "./digests.ts";
import { findInteractionError } from "./receive-fill-response.ts";

/**
 * Reduces a run of the user's own to a digest, unless it shows nothing new.
 *
 * @returns `undefined` for what this tab did not request, for a request that waits for the user, and for an error of the
 *   demo org as long as it is not known who got it.
 */
export function findNewDigest(
  run: Run,
  digests: readonly Digest[],
  context: RecordContext,
): Digest | undefined {
  const isOwn = run.origin === "requested" && run.request?.fill === undefined;
  if (!isOwn || findInteractionError(run)) return undefined;
  const built = buildDigest(run, { ...context, isListed: true });
  const digest = built && adoptUser(digests, built);
  if (!digest || (run.request?.org === "demo" && digest.userId === undefined)) return undefined;
  return digests.some((earlier) => coversRun(earlier, digest, run)) ? undefined : digest;
}

/** Whether a digest holds all of a run already. What was predicted at the time stays. */
function coversRun(earlier: Digest, digest: Digest, run: Run): boolean {
  return (
    earlier.userId === digest.userId &&
    mapPlaces.some((place) => earlier.cells[place]?.runId === run.id) &&
    (earlier.predicted !== undefined || digest.predicted === undefined) &&
    mapPlaces.every((place) => !digest.cells[place] || earlier.cells[place])
  );
}
