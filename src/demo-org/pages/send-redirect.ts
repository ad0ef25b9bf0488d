import type { Context } from "hono";

/**
 * Sends the browser on, and lets nobody know where from. A redirect is a 302: whoever comes from a POST then makes a
 * GET, and a 307 would post a person's password on to the client.
 *
 * @see RFC 9700 §4.12
 */
export function sendRedirect(c: Context, location: string): Response {
  c.header("Cache-Control", "no-store");
  c.header("Referrer-Policy", "no-referrer");
  return c.redirect(location, 302);
}
