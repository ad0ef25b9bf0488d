/** The origin, or the scheme of a URI that has none. @see Content Security Policy Level 3 §2.3.1 */
export function findFormTarget(redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri);
  return origin === "null" ? protocol : origin;
}

export function findFrameAncestor(redirectUri: string): string | undefined {
  const { origin } = new URL(redirectUri);
  return origin === "null" ? undefined : origin;
}
