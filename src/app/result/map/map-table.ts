import { contradicts } from "../../../okta/groups-map/contradicts.ts";
import { type MapPlace, mapPlaces, type PredictedCell } from "../../../okta/groups-map/map-cell.ts";
import type { Run } from "../../run.ts";
import { describePrediction, describeSeen } from "./describe-cell.ts";
import { type Digest, findDigest, type SeenInDigest } from "./digests.ts";
import { type MapRow, nameRequest } from "./map-row.ts";

/** A cell of the map as it is shown and exported. */
export type MapCell = {
  evidence: "predicted" | "seen";
  groups: PredictedCell["groups"];
  text: string;
  weight?: "fat" | "thin";
  /** Why it is predicted so. */
  because: string;
  /** Set where the response contradicts the prediction: what was predicted. */
  predicted?: string;
  /** What else to know: that UserInfo could not be called, or that the set-up has changed since. */
  note?: string;
  /** The run that shows it, if it is still in the list. */
  run?: { id: string; number: number };
  seenAtSeconds?: number;
};

export type MapTableRow = {
  row: MapRow;
  request: string;
  cells: Record<MapPlace, MapCell>;
  /** The response to the request, or a part of it, was not seen yet. */
  isLeft: boolean;
};

type MapUser = { orgUrl: string; clientId: string; userId: string | undefined };

/** Lays what was seen over what is predicted. */
export function buildMapTable(
  rows: readonly MapRow[],
  digests: readonly Digest[],
  user: MapUser,
  runs: readonly Pick<Run, "id" | "number">[],
): readonly MapTableRow[] {
  return rows.map((row) => {
    const digest = findDigest(digests, { ...user, ...pickRequest(row) });
    const cells = {
      idToken: buildCell("idToken", row, digest, runs),
      accessToken: buildCell("accessToken", row, digest, runs),
      userInfo: buildCell("userInfo", row, digest, runs),
    };
    const isLeft =
      row.unsent === undefined &&
      mapPlaces.some((place) => isPlaceLeft(place, cells[place], digest));
    return { row, request: nameRequest(row.responseType), cells, isLeft };
  });
}

function pickRequest({ server, responseType, scopes }: MapRow) {
  return { server, responseType, scopes: [...scopes] };
}

function isPlaceLeft(place: MapPlace, cell: MapCell, digest: Digest | undefined): boolean {
  // What contradicts a prediction of another set-up is requested again.
  if (cell.evidence === "seen") return cell.predicted !== undefined && cell.note !== undefined;
  if (cell.groups === "not-requested") return false;
  return !(place === "userInfo" && digest?.userInfoProblem !== undefined);
}

function buildCell(
  place: MapPlace,
  row: MapRow,
  digest: Digest | undefined,
  runs: readonly Pick<Run, "id" | "number">[],
): MapCell {
  const predicted = row.cells[place];
  const seen = digest?.cells[place];
  if (!seen) return { ...showPrediction(predicted, place), ...noteProblem(place, digest) };
  const cell = showSeen(seen, place, row, runs);
  const predictedThen = digest?.predicted?.[place];
  const isOutdated =
    cell.predicted !== undefined && predictedThen && hasSetUpChanged(predictedThen, predicted);
  return isOutdated ? { ...cell, note: "The set-up has changed since." } : cell;
}

function showPrediction(predicted: PredictedCell, place: MapPlace): MapCell {
  return {
    evidence: "predicted",
    groups: predicted.groups,
    text: describePrediction(predicted, place),
    because: predicted.because,
    ...(predicted.weight && predicted.groups !== "refused" && { weight: predicted.weight }),
  };
}

function showSeen(
  { cell, runId, receivedAtSeconds }: SeenInDigest,
  place: MapPlace,
  { server, cells }: MapRow,
  runs: readonly Pick<Run, "id" | "number">[],
): MapCell {
  const predicted = cells[place];
  const run = runs.find(({ id }) => id === runId);
  const isWrong = contradicts(predicted, cell, { isOrgServer: server.kind === "org" });
  const weight = cell.kind === "claims" ? cell.weight : undefined;
  return {
    evidence: "seen",
    groups:
      cell.kind === "refused"
        ? "refused"
        : cell.kind === "claims" && cell.claims.length > 0
          ? "yes"
          : "no",
    text: describeSeen(cell),
    because: predicted.because,
    seenAtSeconds: receivedAtSeconds,
    ...(weight && { weight }),
    ...(isWrong && { predicted: writePredicted(predicted, place, weight) }),
    ...(run && { run: { id: run.id, number: run.number } }),
  };
}

/** Names fat or thin where that is what was predicted wrongly. */
function writePredicted(
  predicted: PredictedCell,
  place: MapPlace,
  seenWeight: "fat" | "thin" | undefined,
): string {
  const text = describePrediction(predicted, place);
  const { weight } = predicted;
  return weight && seenWeight && weight !== seenWeight ? `${text}, ${weight}` : text;
}

function noteProblem(place: MapPlace, digest: Digest | undefined): Pick<MapCell, "note"> {
  const problem = place === "userInfo" ? digest?.userInfoProblem : undefined;
  return problem === undefined ? {} : { note: problem };
}

/** The set-up was another one when the response came. Only predictions that were both made with it can tell. */
function hasSetUpChanged(then: PredictedCell, now: PredictedCell): boolean {
  if (!then.isSetUpKnown || !now.isSetUpKnown) return false;
  const compared = ({ groups, weight, claims, error }: PredictedCell) =>
    JSON.stringify([groups, weight, claims?.map(({ name, count }) => [name, count]), error]);
  return compared(then) !== compared(now);
}
