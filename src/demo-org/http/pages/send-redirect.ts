import type { Context } from "hono";

/**
 * Adds an empty fragment, because a browser would otherwise keep the fragment of its current address. Uses 302, because
 * a browser would send the form with the password again after a 307.
 * @see RFC 9700 §4.1.3, §4.12; RFC 9110 §10.2.2
 */
export function sendRedirect(c: Context, address: string): Response {
  c.header("Cache-Control", "no-store");
  c.header("Referrer-Policy", "no-referrer");
  return c.redirect(address.includes("#") ? address : `${address}#`, 302);
}

/** Adds parameters to a redirect URI, and doesn't change the rest of it. @see RFC 6749 §3.1.2 */
export function addToQuery(address: string, encoded: string): string {
  if (encoded === "") return address;
  if (!address.includes("?")) return `${address}?${encoded}`;
  return /[?&]$/.test(address) ? `${address}${encoded}` : `${address}&${encoded}`;
}
