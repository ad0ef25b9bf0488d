import { baseClaims } from "../../../okta/standard-claims.ts";
import { Strip } from "./Strip.tsx";
import type { Segment } from "./strip-cells.ts";

type PredictedWeightProps = { claimNames: readonly string[]; groupsClaims: number };

/** The weight to expect of a token. The caption beside it says the same in words. */
export function PredictedWeight({ claimNames, groupsClaims }: PredictedWeightProps) {
  const base = claimNames.filter((name) => baseClaims.has(name)).length;
  const segments: readonly Segment[] = [
    { look: "base", isLeftOut: false, count: base },
    { look: "user", isLeftOut: false, count: claimNames.length - base },
    { look: "groups", isLeftOut: false, count: groupsClaims },
  ];
  return <Strip segments={segments} isPredicted />;
}
