import { collectEvidence } from "../../../okta/groups-evidence.ts";
import { mapPlaces, type PredictedCells } from "../../../okta/groups-map/map-cell.ts";
import { summarizeEvidence } from "../../../okta/groups-map/summarize-evidence.ts";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";
import { requestsAccessToken } from "../../../okta/request-to-predict.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import { findNamedUser } from "../claims-sources.ts";
import { judgeRunIdToken } from "../slots/judge-run-id-token.ts";
import { findUserId } from "../use-run-user.ts";
import { toDiagnosable } from "../verdict/to-diagnosable.ts";
import { type Digest, toStoredPrediction } from "./digests.ts";

/** What is known of a run beside its response. */
export type RecordContext = {
  origins?: ClaimOrigins | undefined;
  /** Who is signed in, where the tokens don't say it. */
  user?: { id?: string | undefined; name?: string | undefined } | undefined;
  /** With the set-up of now. */
  predicted?: PredictedCells | undefined;
};

type Context = RecordContext & {
  /** How the call of UserInfo failed. */
  userInfo?: { error: string } | { problem: string } | undefined;
  /** The run is in the list of runs. */
  isListed: boolean;
};

/**
 * Reduces a run to what the map keeps of it. The caller has checked the response.
 *
 * @returns `undefined` while its code is not exchanged.
 */
export function buildDigest(run: Run, context: Context): Digest | undefined {
  const { request, response, tokenRequest, receivedAtSeconds } = run;
  if (!request || response.kind === "unreadable") return undefined;
  const exchange = tokenRequest?.status === "sent" ? tokenRequest.exchange : undefined;
  if (tokenRequest && exchange?.kind !== "success" && exchange?.kind !== "error") return undefined;

  const { userInfo, origins, predicted, isListed } = context;
  const userInfoError = userInfo && "error" in userInfo ? userInfo.error : undefined;
  const toDiagnose = toDiagnosable(run, request, {
    hasUserInfoFailed: userInfoError !== undefined,
  });
  const error = toDiagnose.refusal?.error ?? findExchangeError(run);
  const weight = toDiagnose.idTokenClaims && judgeRunIdToken(run, toDiagnose.idTokenClaims).kind;
  const seen = summarizeEvidence(collectEvidence(toDiagnose, origins), {
    error,
    userInfoError,
    weight: weight === "unknown" ? undefined : weight,
    isOpaque: request.server.kind === "org",
  });
  if (error !== undefined && hasUserInfo(request)) seen.userInfo ??= { kind: "refused", error };

  const cells: Digest["cells"] = {};
  for (const place of mapPlaces) {
    const cell = seen[place];
    if (cell) {
      cells[place] = { cell, receivedAtSeconds, ...(isListed && { runId: run.id }) };
    }
  }
  const userId = findUserId(run) ?? context.user?.id;
  const userName = context.user?.name ?? findNamedUser(run);
  return {
    orgUrl: request.orgUrl,
    clientId: request.clientId,
    server: request.server,
    responseType: request.responseType,
    scopes: [...request.scopes],
    receivedAtSeconds,
    cells,
    ...(userId !== undefined && { userId }),
    ...(userName !== undefined && { userName: userName.slice(0, maxNameLength) }),
    ...(userInfo && "problem" in userInfo && { userInfoProblem: userInfo.problem }),
    ...(predicted && toStoredPrediction(predicted)),
  };
}

const maxNameLength = 100;

function findExchangeError({ tokenRequest }: Run): string | undefined {
  const exchange = tokenRequest?.status === "sent" ? tokenRequest.exchange : undefined;
  return exchange?.kind === "error" ? exchange.error : undefined;
}

/** Without tokens there is no UserInfo either. */
function hasUserInfo(request: SentRequest): boolean {
  return requestsAccessToken(request) && request.scopes.includes("openid");
}
