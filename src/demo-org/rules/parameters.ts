export type Parameters = ReturnType<typeof parseParameters>;

/** @see RFC 6749 §3.1 (no repeated parameters; without a value means omitted) */
export function parseParameters(encoded: string) {
  const values = new Map<string, string>();
  const repeated = new Set<string>();
  for (const [name, value] of new URLSearchParams(encoded)) {
    if (values.has(name)) repeated.add(name);
    values.set(name, value);
  }
  return {
    /** undefined if the parameter is absent, empty, or repeated. */
    get: (name: string) => (repeated.has(name) ? undefined : values.get(name) || undefined),
    repeated: [...repeated],
  };
}
