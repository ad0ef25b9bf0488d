import { contradicts } from "../../../okta/groups-map/contradicts.ts";
import {
  atEachPlace,
  type CountedClaim,
  type MapPlace,
  mapPlaces,
  type PredictedCell,
  type SeenCell,
} from "../../../okta/groups-map/map-cell.ts";
import type { Run } from "../../run.ts";
import { countOf } from "../claims/format-count.ts";
import { writeVisible } from "../claims/VisibleText.tsx";
import { type Digest, findDigest, type SeenInDigest } from "./digests.ts";
import { type MapRow, nameRequest } from "./map-row.ts";

export type MapCell = {
  evidence: "predicted" | "seen";
  groups: PredictedCell["groups"];
  text: string;
  weight?: "fat" | "thin";
  because: string;
  /** What was predicted, if the response contradicts it. */
  predicted?: string;
  note?: string;
  run?: { id: string; number: number };
};

export type MapTableRow = {
  row: MapRow;
  request: string;
  cells: Record<MapPlace, MapCell>;
  /** The request can still return a result that has not been seen. */
  isLeft: boolean;
};

export type MapUser = { orgUrl: string; clientId: string; userId: string | undefined };

export function buildMapTable(
  rows: readonly MapRow[],
  digests: readonly Digest[],
  user: MapUser,
  runs: readonly Pick<Run, "id" | "number">[],
): readonly MapTableRow[] {
  return rows.map((row) => {
    const { server, responseType, scopes } = row;
    const digest = findDigest(digests, { ...user, server, responseType, scopes });
    const cells = atEachPlace((place) => buildCell(place, row, digest, runs));
    const isLeft =
      row.unsent === undefined &&
      mapPlaces.some((place) => isPlaceLeft(place, cells[place], digest));
    return { row, request: nameRequest(row.responseType), cells, isLeft };
  });
}

function isPlaceLeft(place: MapPlace, cell: MapCell, digest: Digest | undefined): boolean {
  // A contradiction with a note may be due to a changed set-up, so the request is worth repeating.
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
  if (!seen) {
    const problem = place === "userInfo" ? digest?.userInfoProblem : undefined;
    const cell = showPrediction(predicted, place);
    return problem === undefined ? cell : { ...cell, note: problem };
  }
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
  { cell, runId }: SeenInDigest,
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
    ...(weight && { weight }),
    ...(isWrong && { predicted: writePredicted(predicted, place, weight) }),
    ...(run && { run: { id: run.id, number: run.number } }),
  };
}

function writePredicted(
  predicted: PredictedCell,
  place: MapPlace,
  seenWeight: "fat" | "thin" | undefined,
): string {
  const text = describePrediction(predicted, place);
  const { weight } = predicted;
  return weight && seenWeight && weight !== seenWeight ? `${text}, ${weight}` : text;
}

function hasSetUpChanged(then: PredictedCell, now: PredictedCell): boolean {
  if (!then.isSetUpKnown || !now.isSetUpKnown) return false;
  const compared = ({ groups, weight, claims, error }: PredictedCell) =>
    JSON.stringify([groups, weight, claims?.map(({ name, count }) => [name, count]), error]);
  return compared(then) !== compared(now);
}

function describePrediction(predicted: PredictedCell, place: MapPlace): string {
  const { groups, claims, error, isOpaque, weight } = predicted;
  switch (groups) {
    case "not-requested":
      return place === "userInfo" ? "–" : "not requested";
    case "refused":
      return error === undefined ? "refused" : `refused: ${error}`;
    case "yes":
      return claims ? countClaims(claims, " expected") : "groups expected";
    case "no":
      return isOpaque ? "never" : "no groups";
    case "depends":
      if (weight === "thin") return "only if Always";
      return isOpaque ? "never" : "depends on the claim";
    default:
      return groups satisfies never;
  }
}

function describeSeen(seen: SeenCell): string {
  switch (seen.kind) {
    case "refused":
      return `refused: ${writeVisible(seen.error)}`;
    case "unreadable":
      return "unreadable";
    case "claims":
      if (seen.claims.length > 0) return countClaims(seen.claims);
      return seen.isOpaque ? "never" : "no groups";
    default:
      return seen satisfies never;
  }
}

function countClaims(claims: readonly CountedClaim[], expected = ""): string {
  return claims
    .map(({ name, count }) => {
      const groups = countOf(count, "group") + expected;
      return name === "groups" ? groups : `${groups} in ${writeVisible(name)}`;
    })
    .join(", ");
}
