/** Ignores the order and repeated values. The order of scopes, for example, has no meaning: RFC 6749 §3.3. */
export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const values = new Set(one);
  return values.size === new Set(other).size && other.every((value) => values.has(value));
}
