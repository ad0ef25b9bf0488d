import styles from "./WeightStrip.module.css";

export type Segment = { look: "base" | "user" | "groups"; isLeftOut: boolean; count: number };

/** More cells than these would be thinner than the gaps between them. */
const maxCells = 60;

type StripProps = { label?: string; segments: readonly Segment[]; isPredicted?: boolean };

/** Cells of equal width, one for each claim. */
export function Strip({ label, segments, isPredicted }: StripProps) {
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
