/** What only the org sets, on every object. */
const readOnly = new Set(["id", "system", "created", "lastUpdated", "_links", "_embedded"]);

/**
 * An object as a PUT sends it back: whole, so that what a page does not show is not lost, without what only the org sets.
 *
 * @param alsoReadOnly Members that only the org sets on objects of this type.
 */
export function takeWritable(
  object: Readonly<Record<string, unknown>>,
  ...alsoReadOnly: readonly string[]
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => !readOnly.has(name) && !alsoReadOnly.includes(name)),
  );
}
