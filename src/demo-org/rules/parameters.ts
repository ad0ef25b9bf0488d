/** A request's parameters, from the query of a GET or the body of a POST. */
export type Parameters = {
  /** A parameter's value; undefined if it is absent, empty, or repeated. */
  readonly get: (name: string) => string | undefined;
  /** Names of repeated parameters. */
  readonly repeated: readonly string[];
};

/**
 * Parses form-urlencoded parameters. A parameter without a value counts as absent.
 *
 * @see RFC 6749 §3.1 (no repeated parameters; without a value means omitted)
 */
export function parseParameters(encoded: string): Parameters {
  const values = new Map<string, string>();
  const repeated = new Set<string>();
  for (const [name, value] of new URLSearchParams(encoded)) {
    if (values.has(name)) repeated.add(name);
    values.set(name, value);
  }
  return {
    get: (name) => (repeated.has(name) ? undefined : values.get(name) || undefined),
    repeated: [...repeated],
  };
}
