export function describeAddress(redirectUri: string): string {
  const { host, protocol } = new URL(redirectUri);
  return host || protocol.slice(0, -1);
}

/** The directory of a redirect URI, because that itself expects a response; undefined if it isn't a web address. */
export function findAppUrl(redirectUri: string): string | undefined {
  return /^https?:/i.test(redirectUri) ? new URL(".", redirectUri).href : undefined;
}

/** The app that an invalid request probably came from. `requested` may be anything, so it is not linked to. */
export function chooseAppUrl(
  registered: readonly string[],
  requested: string | undefined,
): string | undefined {
  const webAddresses = registered.filter((uri) => findAppUrl(uri) !== undefined);
  const origin = requested && URL.canParse(requested) ? new URL(requested).origin : undefined;
  const chosen = webAddresses.find((uri) => new URL(uri).origin === origin) ?? webAddresses[0];
  return chosen === undefined ? undefined : findAppUrl(chosen);
}

/** undefined if the org is started for several apps. */
export function linkToOnlyApp(redirectUris: readonly string[]) {
  const [redirectUri, ...others] = redirectUris;
  const href = redirectUri && others.length === 0 ? findAppUrl(redirectUri) : undefined;
  return href === undefined ? undefined : { href, text: `Back to ${describeAddress(href)}` };
}
