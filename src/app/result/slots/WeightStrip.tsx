import { memo } from "react";
import type { JsonValue } from "../../../oidc/json.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { countClaims, weighClaims } from "./claims-weight.ts";
import styles from "./WeightStrip.module.css";

type WeightStripProps = {
  members: readonly { name: string; value: JsonValue }[];
  /** Claims that this set is known to have left out; `undefined` where nobody knows. */
  leftOut: readonly LeftOutClaim[] | undefined;
};

type Segment = { look: "base" | "user" | "groups"; isLeftOut: boolean; count: number };

/** More cells than these would be thinner than the gaps between them. */
const maxCells = 60;

/** The weight of a claims set: one cell a claim, groups in their colour, dashed cells for claims that were left out. */
export const WeightStrip = memo(function WeightStrip({ members, leftOut }: WeightStripProps) {
  const { total, base, fromScopes, other, groups } = weighClaims(members);
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

/** The claims that UserInfo is known to have and that were not fetched yet. */
export function MissingWeight({ claims }: { claims: readonly LeftOutClaim[] }) {
  const segments: readonly Segment[] = [
    { look: "user", isLeftOut: true, count: countKind(claims, "user") },
    { look: "groups", isLeftOut: true, count: countKind(claims, "groups") },
  ];
  return <Strip segments={segments} />;
}

type StripProps = { label?: string; segments: readonly Segment[]; isPredicted?: boolean };

function Strip({ label, segments, isPredicted }: StripProps) {
  const shown = segments.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const cells =
    total > maxCells
      ? shown
      : shown.flatMap((segment) =>
          Array.from({ length: segment.count }, () => ({ ...segment, count: 1 })),
        );
  const name = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <div
      {...name}
      className={styles.strip}
      data-predicted={isPredicted}
      data-merged={total > maxCells || undefined}
    >
      {cells.map(({ look, isLeftOut, count }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: cells of a kind are all the same
          key={index}
          className={styles.cell}
          data-look={look}
          data-left-out={isLeftOut || undefined}
          style={count > 1 ? { flexGrow: count } : undefined}
        />
      ))}
    </div>
  );
}

function countKind(
  claims: readonly LeftOutClaim[] | undefined,
  kind: LeftOutClaim["kind"],
): number {
  return claims?.filter((claim) => claim.kind === kind).length ?? 0;
}
