export type Segment = { look: "base" | "user" | "groups"; isLeftOut: boolean; count: number };

/** More cells than these would be thinner than the gaps between them. */
const maxCells = 60;

/** A cell for each claim; of hundreds of claims, one for each kind, as long as its share. */
export function toCells(segments: readonly Segment[]): {
  cells: readonly Segment[];
  isMerged: boolean;
} {
  const shown = segments.filter(({ count }) => count > 0);
  const isMerged = shown.reduce((sum, { count }) => sum + count, 0) > maxCells;
  const cells = isMerged
    ? shown
    : shown.flatMap((segment) =>
        Array.from({ length: segment.count }, () => ({ ...segment, count: 1 })),
      );
  return { cells, isMerged };
}
