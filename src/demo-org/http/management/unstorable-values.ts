/** Valibot drops these keys, so they are listed here (prototype pollution). */
const unkeptNames: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

const unkeptName = "The demo org can't store this name";
const unkeptNumber = "The demo org can't store such a large number";

/**
 * Lists the values of parsed JSON that would be lost, each with its position: members with forbidden names, and numbers
 * beyond JavaScript's range, such as `1e999`. They are refused instead of being dropped silently.
 *
 * @param value Must be checked with `isNestedTooDeep` before.
 */
export function listUnstorableValues(value: unknown, place = ""): readonly string[] {
  if (typeof value === "number" && place !== "")
    return Number.isFinite(value) ? [] : [`${place}: ${unkeptNumber}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const at = place === "" ? name : `${place}.${name}`;
    const within = listUnstorableValues(member, at);
    return unkeptNames.has(name) ? [`${at}: ${unkeptName}`, ...within] : within;
  });
}
