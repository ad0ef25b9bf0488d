/** Members that only the org sets, on every object. */
const readOnlyMembers = new Set(["id", "system", "created", "lastUpdated", "_links", "_embedded"]);

/** An object as a PUT sends it: without read-only members, but with those that the page doesn't show. */
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
