export function describeAddress(redirectUri: string): string {
  const { host, protocol } = new URL(redirectUri);
  return host || protocol.slice(0, -1);
}

/** Returns a redirect URI's directory, as the URI itself expects a response; undefined if it isn't an http(s) URL. */
export function findAppUrl(redirectUri: string): string | undefined {
  return /^https?:/i.test(redirectUri) ? new URL(".", redirectUri).href : undefined;
}

/** Returns the URL of the app that probably sent an invalid request. Never returns `requested`, which is untrusted. */
export function chooseAppUrl(
  registered: readonly string[],
  requested: string | undefined,
): string | undefined {
  const webAddresses = registered.filter((uri) => findAppUrl(uri) !== undefined);
  const origin = requested && URL.canParse(requested) ? new URL(requested).origin : undefined;
  const chosen = webAddresses.find((uri) => new URL(uri).origin === origin) ?? webAddresses[0];
  return chosen === undefined ? undefined : findAppUrl(chosen);
}

/** Returns undefined if the org was started with more than one redirect URI. */
export function linkToOnlyApp(redirectUris: readonly string[]) {
  const [redirectUri, ...others] = redirectUris;
  const href = redirectUri && others.length === 0 ? findAppUrl(redirectUri) : undefined;
  return href === undefined ? undefined : { href, text: `Back to ${describeAddress(href)}` };
}
