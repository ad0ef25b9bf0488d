/**
 * Names where a redirect URI leads, for people: `localhost:4173`, or the scheme of a URI without a host
 * (`com.example.app`).
 */
export function describeAddress(redirectUri: string): string {
  const { host, protocol } = new URL(redirectUri);
  return host || protocol.slice(0, -1);
}

/**
 * Finds a page of the app to link to: the directory of its redirect URI, because the redirect URI itself expects a
 * response.
 *
 * @returns undefined if the redirect URI isn't a web address.
 */
export function findAppUrl(redirectUri: string): string | undefined {
  return /^https?:/i.test(redirectUri) ? new URL(".", redirectUri).href : undefined;
}

/**
 * Chooses the app that an invalid request probably came from.
 *
 * @param registered Redirect URIs that an admin has registered: no other is linked to.
 * @param requested The request's own redirect URI, which may be anything.
 */
export function chooseAppUrl(
  registered: readonly string[],
  requested: string | undefined,
): string | undefined {
  const webAddresses = registered.filter((uri) => findAppUrl(uri) !== undefined);
  const origin = requested && URL.canParse(requested) ? new URL(requested).origin : undefined;
  const chosen = webAddresses.find((uri) => new URL(uri).origin === origin) ?? webAddresses[0];
  return chosen === undefined ? undefined : findAppUrl(chosen);
}

/**
 * Links to the app that the org is started for. The browser's own org has one; an org on an address of its own can't
 * know which of several to link to.
 */
export function linkToOnlyApp(
  redirectUris: readonly string[],
): { readonly href: string; readonly text: string } | undefined {
  const [redirectUri, ...others] = redirectUris;
  const href = redirectUri && others.length === 0 ? findAppUrl(redirectUri) : undefined;
  return href === undefined ? undefined : { href, text: `Back to ${describeAddress(href)}` };
}
