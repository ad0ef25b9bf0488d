/**
 * The orgs that the build locks the page to, as origins; `undefined` without a lock.
 *
 * Read where it is used, so that tests can set it.
 */
export function listAllowedOrgs(): readonly string[] | undefined {
  const value: unknown = import.meta.env.ALLOWED_ORGS;
  return typeof value === "string" ? value.split(",") : undefined;
}

/**
 * Whether the page may name or contact an address: one of an allowed org, or the page's own origin, where the demo org
 * is.
 *
 * @param url An absolute URL.
 */
export function isAllowedUrl(url: string): boolean {
  const allowed = listAllowedOrgs();
  if (allowed === undefined) return true;
  const { origin } = new URL(url);
  return allowed.includes(origin) || origin === globalThis.origin;
}

/** The sentence for an address that the lock refuses. */
export function describeAllowedOrgs(): string {
  const hosts = (listAllowedOrgs() ?? []).map((it) => new URL(it).host);
  return `This deployment of the page works only with ${new Intl.ListFormat("en").format(hosts)}.`;
}
