import { weighClaims } from "./claims-weight.ts";
import { type Segment, Strip } from "./Strip.tsx";

type PredictedWeightProps = { claimNames: readonly string[]; hasGroups: boolean };

/** The weight to expect of a token. The caption beside it says the same in words. */
export function PredictedWeight({ claimNames, hasGroups }: PredictedWeightProps) {
  const { base, fromScopes, other } = weighClaims(claimNames.map((name) => ({ name, value: "" })));
  const segments: readonly Segment[] = [
    { look: "base", isLeftOut: false, count: base },
    { look: "user", isLeftOut: false, count: fromScopes + other },
    { look: "groups", isLeftOut: false, count: hasGroups ? 1 : 0 },
  ];
  return <Strip segments={segments} isPredicted />;
}
