/**
 * Builds the URL of a page in an org's Admin Console, which has a separate host such as `dev-123-admin.okta.com`.
 *
 * @returns `undefined` for a custom domain, because the org's Okta host is not known.
 */
export function buildAdminUrl(orgUrl: string, path: string): string | undefined {
  const url = new URL(path, orgUrl);
  const host = /^(?<org>[\w-]+)\.(?<domain>okta(?:preview|-emea)?\.com)$/.exec(url.host)?.groups;
  if (!host || url.protocol !== "https:") return undefined;
  url.host = `${host.org}-admin.${host.domain}`;
  return url.href;
}
