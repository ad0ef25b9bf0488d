import type {
  CountedClaim,
  MapPlace,
  PredictedCell,
  SeenCell,
} from "../../../okta/groups-map/map-cell.ts";
import { formatCount } from "../claims/format-count.ts";
import { writeVisible } from "../claims/VisibleText.tsx";

/** A cell's words, short enough for a table. */
export function describePrediction(predicted: PredictedCell, place: MapPlace): string {
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

export function describeSeen(seen: SeenCell): string {
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

/** "2 groups", "2 groups expected in GroupsClaim". */
function countClaims(claims: readonly CountedClaim[], expected = ""): string {
  return claims
    .map(({ name, count }) => {
      const groups = (count === 1 ? "1 group" : `${formatCount(count)} groups`) + expected;
      return name === "groups" ? groups : `${groups} in ${writeVisible(name)}`;
    })
    .join(", ");
}
