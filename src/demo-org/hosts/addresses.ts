/** Beside index.html, because a worker can only control pages in its own directory or below. */
export const workerFileName = "demo-org-worker.js";

/** Without a trailing slash. @param pageUrl With its trailing slash: `https://host/groups/`. */
export function buildOrgUrl(pageUrl: string): string {
  return new URL("demo-org", pageUrl).href;
}

/**
 * If the page was loaded at such a path, the static host returned it, because the worker was not running yet.
 * @param base The page's base path: `/` or `/groups/`.
 */
export function isDemoOrgPath(pathname: string, base: string): boolean {
  const root = `${base}demo-org`;
  return pathname === root || pathname.startsWith(`${root}/`);
}
