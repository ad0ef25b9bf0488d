import type { ClaimsSource } from "../claims-sources.ts";
import { isUntrusted } from "../describe-run.ts";

export type SideIds = { left?: string; right?: string };

export type Sides = { left: ClaimsSource; right: ClaimsSource };

/**
 * Chooses the sides to compare: the user's choice, else the two newest claims sets of one kind from different runs,
 * such as two ID tokens, else the two newest claims sets. The older claims set is on the left.
 *
 * @param sources Oldest first.
 * @returns `undefined` if there are fewer than two sources.
 */
export function chooseSides(
  sources: readonly ClaimsSource[],
  { left, right }: SideIds,
): Sides | undefined {
  const trusted = sources.filter(({ run }) => !isUntrusted(run));
  const defaults = findPair(trusted) ?? findPair(sources);
  if (!defaults) return undefined;
  const find = (id: string | undefined) => sources.find((source) => source.id === id);
  return { left: find(left) ?? defaults.left, right: find(right) ?? defaults.right };
}

function findPair(sources: readonly ClaimsSource[]): Sides | undefined {
  for (const right of sources.toReversed()) {
    const earlier = sources.slice(0, sources.indexOf(right));
    const left = earlier.findLast(
      ({ place, run }) => place === right.place && run.id !== right.run.id,
    );
    if (left) return { left, right };
  }
  const [left, right] = sources.slice(-2);
  return left && right && { left, right };
}
