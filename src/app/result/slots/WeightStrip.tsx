import { memo } from "react";
import type { JsonValue } from "../../../oidc/json.ts";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { countOf } from "../claims/format-count.ts";
import { weighClaims } from "./claims-weight.ts";
import { type Segment, Strip } from "./Strip.tsx";

export const WeightStrip = memo(function WeightStrip(weighed: Weighed) {
  const origins = useClaimOrigins();
  return (
    <Strip
      label={`Weight strip: ${describeSegments(weighed, origins)}`}
      segments={listSegments(weighed, origins)}
    />
  );
});

export function MissingWeight({ claims }: { claims: readonly LeftOutClaim[] }) {
  return <Strip segments={listLeftOut(claims)} />;
}

export type Weighed = {
  members: readonly { name: string; value: JsonValue }[];
  /** Claims that this set is known to have left out; `undefined` if that is not known. */
  leftOut: readonly LeftOutClaim[] | undefined;
};

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

function listLeftOut(leftOut: readonly LeftOutClaim[]): readonly Segment[] {
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
    countOf(total, "claim"),
    countOf(groups, "groups claim"),
    leftOut ? `${leftOut.length} left out` : "left out not known",
  ].join(", ");
}
