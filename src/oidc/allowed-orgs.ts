/** Returns the origins that the build locks the page to, or `undefined`. A function, so that tests can set the value. */
export function listAllowedOrgs(): readonly string[] | undefined {
  const value: unknown = import.meta.env.ALLOWED_ORGS;
  return typeof value === "string" ? value.split(",") : undefined;
}

/** Whether the page may contact an absolute URL of an allowed org, or of the page's own origin, which hosts the demo org. */
export function isAllowedUrl(url: string): boolean {
  const allowed = listAllowedOrgs();
  if (allowed === undefined) return true;
  const { origin } = new URL(url);
  const isDemoOrg = import.meta.env.DEMO_ORG !== "off" && origin === globalThis.origin;
  return allowed.includes(origin) || isDemoOrg;
}

export function describeAllowedOrgs(): string {
  const hosts = (listAllowedOrgs() ?? []).map((it) => new URL(it).host);
  return `This deployment of the page works only with ${new Intl.ListFormat("en").format(hosts)}.`;
}
