/** A request's parameters, which are read from the query of a GET or the body of a POST. */
export type Parameters = {
  /** The one value of a parameter; undefined where it is absent, empty, or repeated. */
  readonly get: (name: string) => string | undefined;
  /** Names that came more than once. */
  readonly repeated: readonly string[];
};

/**
 * Reads form-urlencoded parameters. One sent without a value counts as left out.
 *
 * @see RFC 6749 §3.1 (no parameter twice; without a value means omitted)
 */
export function readParameters(encoded: string): Parameters {
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
