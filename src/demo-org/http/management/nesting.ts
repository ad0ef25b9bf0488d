/** Deeper than any object of the org, and shallow enough for JSON.stringify. */
export const deepest = 64;

/** Whether parsed JSON has more nesting levels than that. */
export function isNestedTooDeep(value: unknown): boolean {
  return isDeeper(value, deepest);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
