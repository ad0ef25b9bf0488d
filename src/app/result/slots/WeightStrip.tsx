import { memo } from "react";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { Strip } from "./Strip.tsx";
import { describeSegments, listLeftOut, listSegments, type Weighed } from "./strip-segments.ts";

/** One cell a claim, groups in their colour, dashed cells for claims that were left out. */
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
