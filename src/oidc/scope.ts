/** Accepts any white space between scopes, because people paste line breaks, too. RFC 6749 §3.3 allows only spaces. */
export function parseScopes(text: string): readonly string[] {
  return [...new Set(text.split(/\s+/).filter((scope) => scope !== ""))];
}
