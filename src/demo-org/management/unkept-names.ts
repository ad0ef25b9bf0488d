/** What is said of such a member. */
export const unkeptName = "The demo org cannot keep anything under this name";

/** Of these the schemas make nothing, for they would reach into JavaScript's objects. */
const unkept: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

/**
 * The places of an object's members whose names cannot be kept: `profile.__proto__`. Whoever sends one is told so,
 * rather than left to miss it later.
 *
 * @param value Out of JSON, and not nested too deep.
 */
export function listUnkeptNames(value: unknown, place = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const at = place === "" ? name : `${place}.${name}`;
    const isUnkept = unkept.has(name);
    const within = listUnkeptNames(member, at);
    return isUnkept ? [at, ...within] : within;
  });
}
