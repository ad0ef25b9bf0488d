import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Org } from "../org.ts";
import { createRandomId } from "../random-id.ts";
import { rememberFor } from "../remember.ts";

/** Known to Okta's developers by this name: the device token. */
const deviceCookie = "DT";

/**
 * A browser keeps one cookie of a name for all ports of a host: two orgs on one machine would end each other's sessions.
 *
 * @see RFC 6265 §8.5
 */
const nameSessionCookie = rememberFor(({ baseUrl }: Org): string => {
  const { port } = new URL(baseUrl);
  return port === "" ? "idx" : `idx-${port}`;
});

/** Where the store carries the session there is but one browser: the one that the worker lives in. */
const onlyBrowser = "this browser";

/** Which browser a request comes from, so that a sign-in page filled in elsewhere is not taken; undefined if unknown. */
export function readBrowserId(c: Context, { sessionCarrier }: Org): string | undefined {
  return sessionCarrier === "store" ? onlyBrowser : getCookie(c, deviceCookie);
}

/** The same, but marks a browser that is not known yet. */
export function ensureBrowserId(c: Context, org: Org): string {
  const known = readBrowserId(c, org);
  if (known !== undefined) return known;
  const id = createRandomId();
  setCookie(c, deviceCookie, id, describeCookie(org));
  return id;
}

/** Under which ID the browser's session is kept; undefined where it has none. */
export function readSessionId(c: Context, org: Org): string | undefined {
  return org.sessionCarrier === "store" ? onlyBrowser : getCookie(c, nameSessionCookie(org));
}

/** Gives the browser a new session ID, so that none that was known before the sign-in outlives it. */
export function assignSessionId(c: Context, org: Org): string {
  if (org.sessionCarrier === "store") return onlyBrowser;
  const id = createRandomId();
  setCookie(c, nameSessionCookie(org), id, describeCookie(org));
  return id;
}

/** Has the browser forget its session ID. */
export function clearSessionId(c: Context, org: Org): void {
  if (org.sessionCarrier === "cookie")
    setCookie(c, nameSessionCookie(org), "", { ...describeCookie(org), maxAge: 0 });
}

/** Lax: sent when a client redirects here, not when another site posts. */
function describeCookie({ baseUrl, basePath }: Org) {
  const secure = baseUrl.startsWith("https:");
  return { path: basePath || "/", httpOnly: true, sameSite: "Lax", secure } as const;
}
