import type { Context } from "hono";

/** Whether a browser opens the address as a page, so that a person reads the response. */
export function isNavigation(c: Context): boolean {
  return (
    c.req.header("Sec-Fetch-Mode") === "navigate" ||
    // A service worker doesn't see the header.
    c.req.raw.mode === "navigate" ||
    /\btext\/html\b/.test(c.req.header("Accept") ?? "")
  );
}
