import { isJsonObject, type JsonObject, type JsonValue, readMember } from "../oidc/json.ts";
import { isGroupsClaim } from "./groups-claims.ts";

export type ComparedClaim = {
  name: string;
  /** Absent where that side has no such claim. */
  left?: JsonValue;
  right?: JsonValue;
  difference: "only-left" | "only-right" | "changed" | "same";
  isGroups: boolean;
};

/**
 * Holds two claims sets side by side.
 *
 * @returns A row a claim: groups first, then what is only in one, then what changed, then what is the same. Within
 *   these, the order of the left set, then of the right one.
 */
export function compareClaims(left: JsonObject, right: JsonObject): readonly ComparedClaim[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .map((name) => compareClaim(name, readMember(left, name), readMember(right, name)))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

function compareClaim(
  name: string,
  left: JsonValue | undefined,
  right: JsonValue | undefined,
): ComparedClaim {
  const isGroups = [left, right].some((value) => value !== undefined && isGroupsClaim(name, value));
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

/**
 * A text that is the same for values that mean the same. The order of an object's members means nothing, nor does
 * that of a list of strings: Okta gives groups, scopes and `amr` in no stable order.
 */
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
