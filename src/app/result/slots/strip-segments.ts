import type { JsonValue } from "../../../oidc/json.ts";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { countClaims, weighClaims } from "./claims-weight.ts";

export type Segment = { look: "base" | "user" | "groups"; isLeftOut: boolean; count: number };

export type Weighed = {
  members: readonly { name: string; value: JsonValue }[];
  /** Claims that this set is known to have left out; `undefined` where nobody knows. */
  leftOut: readonly LeftOutClaim[] | undefined;
};

/** What a weight strip shows: the claims of a set by kind, then those that were left out. */
export function listSegments(
  { members, leftOut }: Weighed,
  origins: ClaimOrigins | undefined,
): readonly Segment[] {
  const { base, fromScopes, other, groups } = weighClaims(members, origins);
  return [
    { look: "base", isLeftOut: false, count: base },
    { look: "user", isLeftOut: false, count: fromScopes + other },
    { look: "groups", isLeftOut: false, count: groups },
    ...listLeftOut(leftOut ?? []),
  ];
}

export function listLeftOut(leftOut: readonly LeftOutClaim[]): readonly Segment[] {
  const count = (kind: LeftOutClaim["kind"]) => leftOut.filter((it) => it.kind === kind).length;
  return [
    { look: "user", isLeftOut: true, count: count("user") },
    { look: "groups", isLeftOut: true, count: count("groups") },
  ];
}

/** "26 claims, 1 groups claim, 0 left out" */
export function describeSegments(
  { members, leftOut }: Weighed,
  origins: ClaimOrigins | undefined,
): string {
  const { total, groups } = weighClaims(members, origins);
  return [
    countClaims(total),
    groups === 1 ? "1 groups claim" : `${groups} groups claims`,
    leftOut ? `${leftOut.length} left out` : "left out not known",
  ].join(", ");
}

/** More cells than these would be thinner than the gaps between them. */
const maxCells = 60;

/** A cell for each claim; of hundreds of claims, one for each kind, as long as its share. */
export function toCells(segments: readonly Segment[]): {
  cells: readonly Segment[];
  isMerged: boolean;
} {
  const shown = segments.filter(({ count }) => count > 0);
  const isMerged = shown.reduce((sum, { count }) => sum + count, 0) > maxCells;
  const cells = isMerged
    ? shown
    : shown.flatMap((segment) =>
        Array.from({ length: segment.count }, () => ({ ...segment, count: 1 })),
      );
  return { cells, isMerged };
}
