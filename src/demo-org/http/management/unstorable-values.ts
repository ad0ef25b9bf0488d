/** Maximum nesting: more than the org's objects have, and not too much for `JSON.stringify`. */
export const deepest = 64;

export function isNestedTooDeep(value: unknown, levels = deepest): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isNestedTooDeep(member, levels - 1));
}

/** Valibot drops these keys, so they are listed here (prototype pollution). */
const forbiddenNames: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

const forbiddenName = "The demo org can't store this name";
const tooLargeNumber = "The demo org can't store such a large number";

/** Lists values that would be lost silently: members with forbidden names, and numbers such as `1e999`. */
export function listUnstorableValues(value: unknown, place = ""): readonly string[] {
  if (typeof value === "number" && place !== "")
    return Number.isFinite(value) ? [] : [`${place}: ${tooLargeNumber}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const at = place === "" ? name : `${place}.${name}`;
    const within = listUnstorableValues(member, at);
    return forbiddenNames.has(name) ? [`${at}: ${forbiddenName}`, ...within] : within;
  });
}
