/** Deeper than any object of the org is nested, and shallow enough to be written as JSON again. */
export const deepest = 64;

/** Whether a value out of JSON has more levels than that. */
export function isNestedTooDeep(value: unknown): boolean {
  return isDeeper(value, deepest);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
