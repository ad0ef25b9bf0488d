/** Members that only the org sets, on every object. */
const readOnlyMembers = new Set(["id", "system", "created", "lastUpdated", "_links", "_embedded"]);

/**
 * Returns an object as a PUT sends it: without read-only members, but with those that the page doesn't show.
 *
 * @param object undefined for a new object, which has no members yet.
 * @param alsoReadOnly Read-only members of this type of object.
 */
export function takeWritable(
  object: Readonly<Record<string, unknown>> | undefined,
  ...alsoReadOnly: readonly string[]
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object ?? {}).filter(
      ([name]) => !readOnlyMembers.has(name) && !alsoReadOnly.includes(name),
    ),
  );
}
