import { memo } from "react";
import type { JsonValue } from "../../../oidc/json.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { countClaims, weighClaims } from "./claims-weight.ts";
import { type Segment, Strip } from "./Strip.tsx";

type WeightStripProps = {
  members: readonly { name: string; value: JsonValue }[];
  /** Claims that this set is known to have left out; `undefined` where nobody knows. */
  leftOut: readonly LeftOutClaim[] | undefined;
};

/** The weight of a claims set: one cell a claim, groups in their colour, dashed cells for claims that were left out. */
export const WeightStrip = memo(function WeightStrip({ members, leftOut }: WeightStripProps) {
  const { total, base, fromScopes, other, groups } = weighClaims(members, useClaimOrigins());
  const segments: readonly Segment[] = [
    { look: "base", isLeftOut: false, count: base },
    { look: "user", isLeftOut: false, count: fromScopes + other },
    { look: "groups", isLeftOut: false, count: groups },
    { look: "user", isLeftOut: true, count: countKind(leftOut, "user") },
    { look: "groups", isLeftOut: true, count: countKind(leftOut, "groups") },
  ];
  const name = [
    countClaims(total),
    groups === 1 ? "1 groups claim" : `${groups} groups claims`,
    leftOut ? `${leftOut.length} left out` : "left out not known",
  ].join(", ");
  return <Strip label={`Weight strip: ${name}`} segments={segments} />;
});

/** The claims that UserInfo is known to have and that were not fetched yet. */
export function MissingWeight({ claims }: { claims: readonly LeftOutClaim[] }) {
  const segments: readonly Segment[] = [
    { look: "user", isLeftOut: true, count: countKind(claims, "user") },
    { look: "groups", isLeftOut: true, count: countKind(claims, "groups") },
  ];
  return <Strip segments={segments} />;
}

function countKind(
  claims: readonly LeftOutClaim[] | undefined,
  kind: LeftOutClaim["kind"],
): number {
  return claims?.filter((claim) => claim.kind === kind).length ?? 0;
}
