/**
 * A redirect URI as a source of `form-action`: its origin, or the scheme of one that has none (`com.example.app:/cb`).
 *
 * @see Content Security Policy Level 3 §2.3.1
 */
export function findFormTarget(redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri);
  return origin === "null" ? protocol : origin;
}

/** The origin that can frame a response page: the client's, if its redirect URI has one. */
export function findFrameAncestor(redirectUri: string): string | undefined {
  const { origin } = new URL(redirectUri);
  return origin === "null" ? undefined : origin;
}
