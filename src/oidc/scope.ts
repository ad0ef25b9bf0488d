/**
 * Reads a list of scopes as people and servers write it.
 *
 * @param text Scopes with white space between them. The specification allows single spaces only, but people
 *   also paste line breaks.
 * @returns Each scope once, in the order of its first appearance.
 * @see RFC 6749 §3.3
 */
export function parseScopes(text: string): readonly string[] {
  return [...new Set(text.split(/\s+/).filter((scope) => scope !== ""))];
}
