/**
 * A page of an org's Admin Console. It is on a host of its own, `dev-123-admin.okta.com`.
 *
 * @returns `undefined` for a custom domain: Okta's host of that org is not known.
 */
export function buildAdminUrl(orgUrl: string, path: string): string | undefined {
  const url = new URL(path, orgUrl);
  const host = /^(?<org>[\w-]+)\.(?<domain>okta(?:preview|-emea)?\.com)$/.exec(url.host)?.groups;
  if (!host || url.protocol !== "https:") return undefined;
  url.host = `${host.org}-admin.${host.domain}`;
  return url.href;
}
