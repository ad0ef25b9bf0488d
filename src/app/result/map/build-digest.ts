import { collectEvidence, requestsAccessToken } from "../../../okta/groups-evidence.ts";
import {
  atEachPlace,
  mapPlaces,
  type PredictedCells,
  type SeenCell,
} from "../../../okta/groups-map/map-cell.ts";
import { summarizeEvidence } from "../../../okta/groups-map/summarize-evidence.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import { findNamedUser, findUserId } from "../claims-sources.ts";
import { judgeRunIdToken } from "../slots/judge-run-id-token.ts";
import { toDiagnosable } from "../verdict/to-diagnosable.ts";
import { adoptUser, type Digest, type SeenInDigest } from "./digests.ts";
import { findInteractionError } from "./receive-fill-response.ts";

export type RecordContext = {
  user?: { id?: string | undefined; name?: string | undefined } | undefined;
  predicted?: PredictedCells | undefined;
};

type Context = RecordContext & {
  userInfo?: { error: string } | { problem: string } | undefined;
  isListed: boolean;
};

/**
 * Builds the summary of a run that the map stores. The caller must have checked the response.
 *
 * @returns `undefined` without a request, for an unreadable response, and while the code is not exchanged.
 */
export function buildDigest(run: Run, context: Context): Digest | undefined {
  const { request, response, tokenRequest, receivedAtSeconds } = run;
  if (!request || response.kind === "unreadable") return undefined;
  const exchange = tokenRequest?.status === "sent" ? tokenRequest.exchange : undefined;
  if (tokenRequest && exchange?.kind !== "success" && exchange?.kind !== "error") return undefined;

  const { userInfo, predicted, isListed } = context;
  const userInfoError = userInfo && "error" in userInfo ? userInfo.error : undefined;
  const toDiagnose = toDiagnosable(run, request, {
    hasUserInfoFailed: userInfoError !== undefined,
  });
  const exchangeError = exchange?.kind === "error" ? exchange.error : undefined;
  const error = toDiagnose.refusal?.error ?? exchangeError;
  const weight = toDiagnose.idTokenClaims && judgeRunIdToken(run, toDiagnose.idTokenClaims).kind;
  const seen = summarizeEvidence(collectEvidence(toDiagnose, run.claimOrigins), {
    error,
    userInfoError,
    weight: weight === "unknown" ? undefined : weight,
    isOpaque: request.server.kind === "org",
  });
  if (error !== undefined && hasUserInfo(request)) seen.userInfo ??= { kind: "refused", error };

  const show = (cell: SeenCell | undefined) =>
    cell && { cell, receivedAtSeconds, ...(isListed && { runId: run.id }) };
  const userName = context.user?.name ?? findNamedUser(run);
  return {
    orgUrl: request.orgUrl,
    clientId: request.clientId,
    server: request.server,
    responseType: request.responseType,
    scopes: request.scopes,
    receivedAtSeconds,
    cells: atEachPlace((place) => show(seen[place])),
    userId: findUserId(run) ?? context.user?.id,
    userName: userName?.slice(0, maxNameLength),
    userInfoProblem: userInfo && "problem" in userInfo ? userInfo.problem : undefined,
    // Kept only if the set-up is known: then a later prediction that differs shows that the set-up has changed.
    predicted: predicted?.idToken.isSetUpKnown ? predicted : undefined,
  };
}

const maxNameLength = 100;

/** Whether UserInfo could be called if the request returned tokens. */
function hasUserInfo(request: SentRequest): boolean {
  return requestsAccessToken(request) && request.scopes.includes("openid");
}

/**
 * Builds the digest of a run that the user requested.
 *
 * @returns `undefined` if the digest is known already, the run was not requested, or the org needs the user first; also
 *   while the user of a demo org's run is unknown.
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

/** A run without a user belongs to the user who was signed in then, even if the form names another user later. */
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
    mapPlaces.every((place) => {
      const [known, seen] = [earlier.cells[place], digest.cells[place]];
      return !seen || (known && countGroupsClaims(seen) <= countGroupsClaims(known));
    })
  );
}

/** For a run that was recorded before the set-up was loaded, the set-up can show more groups claims. */
function countGroupsClaims({ cell }: SeenInDigest): number {
  return cell.kind === "claims" ? cell.claims.length : 0;
}
