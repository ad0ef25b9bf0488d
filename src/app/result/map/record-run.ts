import { mapPlaces } from "../../../okta/groups-map/map-cell.ts";
import type { Run } from "../../run.ts";
import { findUserId } from "../use-run-user.ts";
import { buildDigest, type RecordContext } from "./build-digest.ts";
import { adoptUser, type Digest } from "./digests.ts";
import { findInteractionError } from "./receive-fill-response.ts";

/**
 * Builds the digest of a run that the user requested.
 *
 * @returns `undefined` if it is known already, was not requested, or needs the user; also for an error of the demo org
 *   while the user is unknown.
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
  const isKnown = digests.some(
    (earlier) => coversRun(earlier, digest, run) || showsRunToOther(earlier, digest, run),
  );
  return isKnown ? undefined : digest;
}

/** A run without a user belongs to who was signed in then, even if the form names another user later. */
function showsRunToOther(earlier: Digest, { userId }: Digest, run: Run): boolean {
  const isOfOther = earlier.userId !== undefined && earlier.userId !== userId;
  return isOfOther && findUserId(run) === undefined && showsRun(earlier, run);
}

function showsRun({ cells }: Digest, { id }: Run): boolean {
  return mapPlaces.some((place) => cells[place]?.runId === id);
}

function coversRun(earlier: Digest, digest: Digest, run: Run): boolean {
  return (
    earlier.userId === digest.userId &&
    showsRun(earlier, run) &&
    (earlier.predicted !== undefined || digest.predicted === undefined) &&
    mapPlaces.every((place) => !digest.cells[place] || earlier.cells[place])
  );
}
