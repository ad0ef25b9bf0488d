import { predictedErrors } from "../prediction-comparison.ts";
import type { CountedClaim, PredictedCell, SeenCell } from "./map-cell.ts";

/** Whether a response proves a prediction wrong. What was left open, or depends on unknown settings, never is. */
export function contradicts(
  predicted: PredictedCell,
  seen: SeenCell,
  place: { isOrgServer: boolean },
): boolean {
  switch (seen.kind) {
    case "unreadable":
      return false;
    case "refused":
      return contradictsRefusal(predicted, seen.error);
    case "claims":
      return contradictsClaims(predicted, seen, place.isOrgServer);
    default:
      return seen satisfies never;
  }
}

function contradictsRefusal({ groups, error, isSetUpKnown }: PredictedCell, seenError: string) {
  if (groups === "refused") return error !== undefined && error !== seenError;
  // Without the set-up, nothing is predicted of users, policies and claims.
  return isSetUpKnown && predictedErrors.has(seenError);
}

function contradictsClaims(
  predicted: PredictedCell,
  seen: Extract<SeenCell, { kind: "claims" }>,
  isOrgServer: boolean,
): boolean {
  const { groups, weight, claims, isSetUpKnown } = predicted;
  if (groups === "refused") return true;
  if (weight && seen.weight && weight !== seen.weight) return true;
  const [first] = seen.claims;
  switch (groups) {
    case "yes":
      if (!first) return isSetUpKnown && claims !== undefined;
      return claims !== undefined && !isSame(claims, seen.claims);
    case "no":
      return first !== undefined && (!isOrgServer || first.name === "groups");
    case "depends":
    case "not-requested":
      return false;
    default:
      return groups satisfies never;
  }
}

function isSame(one: readonly CountedClaim[], other: readonly CountedClaim[]): boolean {
  const counts = new Map(other.map(({ name, count }) => [name, count]));
  return counts.size === one.length && one.every(({ name, count }) => counts.get(name) === count);
}
