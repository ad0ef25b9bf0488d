/** Of these the schemas make nothing, for they would reach into JavaScript's objects. */
const unkeptNames: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

const unkeptName = "The demo org can't store this name";
const unkeptNumber = "The demo org can't store such a large number";

/**
 * What of a value out of JSON would be lost, each with its place: members of some names, and numbers that JSON can
 * write and JavaScript has not, such as `1e999`. Whoever sends one is told so, rather than left to miss it later.
 *
 * @param value Not nested too deep.
 */
export function listUnkept(value: unknown, place = ""): readonly string[] {
  if (typeof value === "number" && place !== "")
    return Number.isFinite(value) ? [] : [`${place}: ${unkeptNumber}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const at = place === "" ? name : `${place}.${name}`;
    const within = listUnkept(member, at);
    return unkeptNames.has(name) ? [`${at}: ${unkeptName}`, ...within] : within;
  });
}
