/** The file is beside index.html, because a worker can only control pages in its own directory or below. */
export const workerFileName = "demo-org-worker.js";

export function buildOrgUrl(pageUrl: string): string {
  return new URL("demo-org", pageUrl).href;
}

/** A page has such a path if the static host returned it before the worker was running. */
export function isDemoOrgPath(pathname: string, base: string): boolean {
  const root = `${base}demo-org`;
  return pathname === root || pathname.startsWith(`${root}/`);
}
