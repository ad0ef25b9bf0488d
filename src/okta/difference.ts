import { findMember, isJsonObject, type JsonObject, type JsonValue } from "../oidc/json.ts";
import { type ClaimOrigins, isGroupsClaim } from "./is-groups-claim.ts";

export type ComparedClaim = {
  name: string;
  left?: JsonValue;
  right?: JsonValue;
  difference: "only-left" | "only-right" | "changed" | "same";
  isGroups: boolean;
};

/** Compares two claims sets. Returns groups first, then claims of one side only, changed claims and equal claims. */
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
  return isEqual(left, right) ? "same" : "changed";
}

function rankOf({ isGroups, difference }: ComparedClaim): number {
  if (isGroups) return 0;
  return { "only-left": 1, "only-right": 1, changed: 2, same: 3 }[difference];
}

/** Ignores the order of members and of lists of strings: Okta returns groups, scopes and `amr` in no stable order. */
function isEqual(one: JsonValue, other: JsonValue): boolean {
  if (isList(one) && isList(other)) return isEqualList(one, other);
  if (isJsonObject(one) && isJsonObject(other)) {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => {
        const [ofOne, ofOther] = [findMember(one, name), findMember(other, name)];
        return ofOne !== undefined && ofOther !== undefined && isEqual(ofOne, ofOther);
      })
    );
  }
  return one === other;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isEqualList(one: readonly JsonValue[], other: readonly JsonValue[]): boolean {
  if (one.length !== other.length) return false;
  if (!one.every((item) => typeof item === "string"))
    return one.every((item, index) => isEqual(item, other[index] ?? null));
  const counts = new Map<JsonValue, number>();
  for (const item of one) counts.set(item, (counts.get(item) ?? 0) + 1);
  return other.every((item) => {
    const count = counts.get(item) ?? 0;
    counts.set(item, count - 1);
    return count > 0;
  });
}
