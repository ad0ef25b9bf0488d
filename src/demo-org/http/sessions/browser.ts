import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { memoizeByObject } from "../../memoize.ts";
import { createRandomId } from "../../random-id.ts";
import type { Org } from "../state/org.ts";

/** Okta calls this cookie the device token. */
const deviceCookie = "DT";

/**
 * The cookie's name includes the port: browsers share cookies between ports of a host, so two orgs on one machine would
 * end each other's sessions.
 *
 * @see RFC 6265 §8.5
 */
const nameSessionCookie = memoizeByObject(({ baseUrl }: Org): string => {
  const { port } = new URL(baseUrl);
  return port === "" ? "idx" : `idx-${port}`;
});

/** The fixed browser ID with session carrier `store`, because only one browser can reach the worker. */
const onlyBrowser = "this browser";

/**
 * Identifies the request's browser, so that a sign-in page can't be submitted from another one; undefined if unknown.
 */
export function findBrowserId(c: Context, { sessionCarrier }: Org): string | undefined {
  return sessionCarrier === "store" ? onlyBrowser : getCookie(c, deviceCookie);
}

/** The same, but sets an ID if the browser has none. */
export function ensureBrowserId(c: Context, org: Org): string {
  const known = findBrowserId(c, org);
  if (known !== undefined) return known;
  const id = createRandomId();
  setCookie(c, deviceCookie, id, describeCookie(org));
  return id;
}

/** The ID of the browser's session; undefined if there is none. */
export function findSessionId(c: Context, org: Org): string | undefined {
  return org.sessionCarrier === "store" ? onlyBrowser : getCookie(c, nameSessionCookie(org));
}

/** Sets a new session ID at sign-in, so that an ID from before it is useless (session fixation). */
export function assignSessionId(c: Context, org: Org): string {
  if (org.sessionCarrier === "store") return onlyBrowser;
  const id = createRandomId();
  setCookie(c, nameSessionCookie(org), id, describeCookie(org));
  return id;
}

/** Deletes the browser's session cookie. */
export function clearSessionId(c: Context, org: Org): void {
  if (org.sessionCarrier === "cookie")
    setCookie(c, nameSessionCookie(org), "", { ...describeCookie(org), maxAge: 0 });
}

/** Lax: sent when an app redirects here, but not with another site's POST. */
function describeCookie({ baseUrl, basePath }: Org) {
  const secure = baseUrl.startsWith("https:");
  return { path: basePath || "/", httpOnly: true, sameSite: "Lax", secure } as const;
}
