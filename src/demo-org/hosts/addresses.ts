/**
 * The worker's script. It is beside index.html, because a worker can only control pages in its own directory or below.
 */
export const workerFileName = "demo-org-worker.js";

/**
 * The demo org's own URL, without a trailing slash. It is the issuer of its tokens.
 *
 * @param pageUrl The page's address with its trailing slash, which is also the worker's scope: `https://host/groups/`.
 */
export function buildOrgUrl(pageUrl: string): string {
  return new URL("demo-org", pageUrl).href;
}

/**
 * Whether a path on the page's origin is an address of the demo org.
 *
 * If the page was loaded at such a path, the static host returned it instead of the org, because a link was opened
 * before the worker was running.
 *
 * @param pathname `location.pathname`.
 * @param base The page's base path, with its slashes: `/` or `/groups/`.
 */
export function isDemoOrgPath(pathname: string, base: string): boolean {
  const root = `${base}demo-org`;
  return pathname === root || pathname.startsWith(`${root}/`);
}
