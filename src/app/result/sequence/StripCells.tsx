import { useClaimOrigins } from "../claims/claim-origins.ts";
import { toCells } from "../slots/strip-cells.ts";
import { listSegments, type Weighed } from "../slots/strip-segments.ts";
import type { Box } from "./layout-sequence.ts";
import styles from "./SequenceDiagram.module.css";

const gapPx = 1.5;

/** A weight strip as part of a drawing. The link around it says the same in words. */
export function StripCells({ weight, box }: { weight: Weighed; box: Box }) {
  const { cells } = toCells(listSegments(weight, useClaimOrigins()));
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return cells.map(({ look, isLeftOut, count }, index) => {
    const isGroups = look === "groups";
    const height = isGroups ? box.height : box.height * 0.75;
    const x = box.x + (before / total) * box.width;
    before += count;
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: cells of a kind are all the same
        key={index}
        className={styles.cell}
        data-look={look}
        data-left-out={isLeftOut || undefined}
        x={x}
        y={box.y + box.height - height}
        width={Math.max(1, (count / total) * box.width - gapPx)}
        height={height}
        rx={1.5}
      />
    );
  });
}
