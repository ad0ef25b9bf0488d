/** The specification allows only single spaces, but people paste line breaks, too. @see RFC 6749 §3.3 */
export function parseScopes(text: string): readonly string[] {
  return [...new Set(text.split(/\s+/).filter((scope) => scope !== ""))];
}
