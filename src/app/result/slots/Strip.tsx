import { type Segment, toCells } from "./strip-cells.ts";
import styles from "./WeightStrip.module.css";

type StripProps = {
  label?: string;
  segments: readonly Segment[];
  isPredicted?: boolean;
  /** Between words, as wide as its claims need. */
  isSmall?: boolean;
};

/** Cells of equal width, one for each claim. */
export function Strip({ label, segments, isPredicted, isSmall }: StripProps) {
  const { cells, isMerged } = toCells(segments);
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
