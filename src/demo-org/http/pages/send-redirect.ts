import type { Context } from "hono";

/**
 * Otherwise a browser keeps its fragment. A 307 would send the password.
 * @see RFC 9700 §4.1.3, §4.12; RFC 9110 §10.2.2
 */
export function sendRedirect(c: Context, address: string): Response {
  c.header("Cache-Control", "no-store");
  c.header("Referrer-Policy", "no-referrer");
  return c.redirect(address.includes("#") ? address : `${address}#`, 302);
}

/** Leaves the rest of the address exactly as it was registered. @see RFC 6749 §3.1.2 */
export function addToQuery(address: string, encoded: string): string {
  if (encoded === "") return address;
  if (!address.includes("?")) return `${address}?${encoded}`;
  return /[?&]$/.test(address) ? `${address}${encoded}` : `${address}&${encoded}`;
}
