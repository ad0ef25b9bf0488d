/**
 * Parses a list of scopes.
 *
 * @param text Scopes separated by any white space: the specification allows only single spaces, but people paste
 *   line breaks, too.
 * @returns Each scope once, in the order of its first appearance.
 * @see RFC 6749 §3.3
 */
export function parseScopes(text: string): readonly string[] {
  return [...new Set(text.split(/\s+/).filter((scope) => scope !== ""))];
}
