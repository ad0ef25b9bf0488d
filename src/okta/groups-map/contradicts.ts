import { predictedErrors } from "../prediction-comparison.ts";
import type { CountedClaim, PredictedCell, SeenCell } from "./map-cell.ts";

/** Whether a response proves a prediction wrong. False for predictions that are open or depend on unknown settings. */
export function contradicts(
  predicted: PredictedCell,
  observed: SeenCell,
  place: { isOrgServer: boolean },
): boolean {
  switch (observed.kind) {
    case "unreadable":
      return false;
    case "refused":
      return contradictsRefusal(predicted, observed.error);
    case "claims":
      return contradictsClaims(predicted, observed, place.isOrgServer);
    default:
      return observed satisfies never;
  }
}

function contradictsRefusal({ groups, error, isSetUpKnown }: PredictedCell, observedError: string) {
  if (groups === "refused") return error !== undefined && error !== observedError;
  // Without the set-up, the prediction says nothing about users, policies and claims.
  return isSetUpKnown && predictedErrors.has(observedError);
}

function contradictsClaims(
  predicted: PredictedCell,
  observed: Extract<SeenCell, { kind: "claims" }>,
  isOrgServer: boolean,
): boolean {
  const { groups, weight, claims, isSetUpKnown } = predicted;
  if (groups === "refused") return true;
  if (weight && observed.weight && weight !== observed.weight) return true;
  const [first] = observed.claims;
  switch (groups) {
    case "yes":
      if (!first) return isSetUpKnown && claims !== undefined;
      return claims !== undefined && !isSame(claims, observed.claims);
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
