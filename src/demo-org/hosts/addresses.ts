/** The worker's script, beside the page's own index.html: a worker may only control what lies beside or below it. */
export const workerFileName = "demo-org-worker.js";

/**
 * The demo org's own URL, without a trailing slash, as its tokens name it.
 *
 * @param pageUrl The page's address with its trailing slash, which is also the worker's scope: `https://host/groups/`.
 */
export function buildOrgUrl(pageUrl: string): string {
  return new URL("demo-org", pageUrl).href;
}

/**
 * Whether a path on the page's origin belongs to the demo org.
 *
 * Where the page finds itself at such a path, the static host has served it in the org's place: a link was opened
 * before the worker was there.
 *
 * @param pathname `location.pathname`.
 * @param base The page's base path, with its slashes: `/` or `/groups/`.
 */
export function isDemoOrgPath(pathname: string, base: string): boolean {
  const root = `${base}demo-org`;
  return pathname === root || pathname.startsWith(`${root}/`);
}
