import { findMember, isJsonObject, type JsonObject, type JsonValue } from "../oidc/json.ts";
import { type ClaimOrigins, isGroupsClaim } from "./is-groups-claim.ts";

export type ComparedClaim = {
  name: string;
  left?: JsonValue;
  right?: JsonValue;
  difference: "only-left" | "only-right" | "changed" | "same";
  isGroups: boolean;
};

/** Compares two claims sets: groups first, then claims of one side only, changed ones, and equal ones. */
export function compareClaims(
  left: JsonObject,
  right: JsonObject,
  origins?: ClaimOrigins,
): readonly ComparedClaim[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .map((name) => compareClaim(name, findMember(left, name), findMember(right, name), origins))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

function compareClaim(
  name: string,
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  origins: ClaimOrigins | undefined,
): ComparedClaim {
  const isGroups = [left, right].some(
    (value) => value !== undefined && isGroupsClaim(name, value, origins),
  );
  return {
    name,
    ...(left !== undefined && { left }),
    ...(right !== undefined && { right }),
    difference: tellDifference(left, right),
    isGroups,
  };
}

function tellDifference(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
): ComparedClaim["difference"] {
  if (left === undefined) return "only-right";
  if (right === undefined) return "only-left";
  return toComparable(left) === toComparable(right) ? "same" : "changed";
}

function rankOf({ isGroups, difference }: ComparedClaim): number {
  if (isGroups) return 0;
  return { "only-left": 1, "only-right": 1, changed: 2, same: 3 }[difference];
}

/** Ignores the order of members and of lists of strings: Okta returns groups, scopes and `amr` in no stable order. */
function toComparable(value: JsonValue): string {
  return JSON.stringify(value, (_name, part: JsonValue) => {
    if (Array.isArray(part)) {
      return part.every((item) => typeof item === "string") ? part.toSorted() : part;
    }
    return isJsonObject(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  });
}
