import type { AuthorizationServer } from "../authorization-server.ts";
import type { Prediction, TokenPrediction } from "../prediction.ts";
import { atEachPlace, type MapPlace, type PredictedCell, type PredictedCells } from "./map-cell.ts";

type PredictedRequest = { server: AuthorizationServer; scopes: readonly string[] };

/** Converts a prediction to a row of the map. Ignores a refusal that is only possible. */
export function predictCells(prediction: Prediction, request: PredictedRequest): PredictedCells {
  return atEachPlace((place) => predictCell(place, prediction, request));
}

function predictCell(
  place: MapPlace,
  prediction: Prediction,
  { server, scopes }: PredictedRequest,
): PredictedCell {
  const { refusal, notRequested, origins } = prediction;
  const token = prediction[place];
  const isSetUpKnown = origins !== undefined;
  // With openid, an access token is enough for UserInfo. A missing prediction means that one of its claims fails.
  const fails = place === "userInfo" && prediction.accessToken && scopes.includes("openid");
  if (!token && !fails) {
    return { groups: "not-requested", because: notRequested[place] ?? "", isSetUpKnown };
  }
  if (refusal && refusal.likelihood !== "possible") {
    const { error, reason } = refusal;
    return { groups: "refused", because: reason, isSetUpKnown, ...(error && { error }) };
  }
  if (!token) return { groups: "refused", because: notRequested[place] ?? "", isSetUpKnown };
  const isOpaque = place === "accessToken" && server.kind === "org";
  return {
    ...countGroups(token),
    groups: token.groups,
    because: token.because,
    isSetUpKnown,
    ...(token.kind && { weight: token.kind }),
    ...(isOpaque && { isOpaque }),
  };
}

function countGroups({ groupsClaims }: TokenPrediction): Pick<PredictedCell, "claims"> {
  if (!groupsClaims) return {};
  return { claims: groupsClaims.map(({ name, groups }) => ({ name, count: groups.length })) };
}

export function refuseCells(cells: PredictedCells, because: string): PredictedCells {
  return atEachPlace((place) => {
    const cell = cells[place];
    if (cell.groups === "not-requested") return cell;
    return { groups: "refused", because, isSetUpKnown: cell.isSetUpKnown };
  });
}
