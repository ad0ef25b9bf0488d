import styles from "./WeightStrip.module.css";

export type Segment = { look: "base" | "user" | "groups"; isLeftOut: boolean; count: number };

type StripProps = {
  label?: string;
  segments: readonly Segment[];
  isPredicted?: boolean;
  isSmall?: boolean;
};

/** More cells would be thinner than the gaps between them. */
const maxCells = 60;

/** Shows a cell for each claim. Hundreds of claims are merged into a bar for each kind, as wide as the kind's share. */
export function Strip({ label, segments, isPredicted, isSmall }: StripProps) {
  const shown = segments.filter(({ count }) => count > 0);
  const isMerged = shown.reduce((sum, { count }) => sum + count, 0) > maxCells;
  const cells = isMerged
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
      data-small={isSmall}
      data-merged={isMerged || undefined}
    >
      {cells.map(({ look, isLeftOut, count }, index) => (
        <span
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
