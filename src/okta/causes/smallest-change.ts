import type { ExcludingSetting } from "../set-up-rules/evaluate-claim.ts";

/** What keeps the groups of a claim out of a token. */
export type Obstacles = {
  /** Every setting that leaves the claim out. */
  settings: readonly ExcludingSetting[];
  /**
   * `mend`: the value has a slip, such as the wrong case. `replace`: it matches none of the user's groups. `add`: only
   * another claim can list groups.
   */
  value: "groups" | "mend" | "replace" | "add" | "unknown";
};

/**
 * Returns the candidates whose groups need the smallest change. Several are returned if their changes are equally small.
 *
 * A claim of the same token comes before a claim of the other token, and a known value before an unknown one. Then a
 * few settings are a smaller change than a value, because a new value changes what the claim lists.
 */
export function findSmallestChanges<T extends Obstacles>(candidates: readonly T[]): readonly T[] {
  const least = Math.min(...candidates.map(weigh));
  return candidates.filter((it) => weigh(it) === least);
}

function weigh({ settings, value }: Obstacles): number {
  const settingWeights = settings.map((it) => weights[it]);
  return settingWeights.reduce((sum, weight) => sum + weight, weights[value]);
}

/** More than all other obstacles together. */
const unknown = 100;

const weights: Record<ExcludingSetting | Obstacles["value"], number> = {
  groups: 0,
  // A request can also fulfil these two conditions.
  scope: 2,
  not_always: 2,
  inactive: 3,
  mend: 4,
  replace: 6,
  add: 8,
  unknown,
  other_token: 2 * unknown,
};
