import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { memoizeByObject } from "../../memoize.ts";
import { createRandomId } from "../../random-id.ts";
import type { Org } from "../state/org.ts";

const deviceCookie = "DT";

/** Browsers share cookies between ports of a host, so two orgs would end each other's sessions. @see RFC 6265 §8.5 */
const nameSessionCookie = memoizeByObject(({ baseUrl }: Org): string => {
  const { port } = new URL(baseUrl);
  return port === "" ? "idx" : `idx-${port}`;
});

/** With session carrier `store`, only one browser can reach the worker. */
const onlyBrowser = "this browser";

/** So that a sign-in page can't be submitted from another browser. */
export function findBrowserId(c: Context, { sessionCarrier }: Org): string | undefined {
  return sessionCarrier === "store" ? onlyBrowser : getCookie(c, deviceCookie);
}

export function ensureBrowserId(c: Context, org: Org): string {
  const known = findBrowserId(c, org);
  if (known !== undefined) return known;
  const id = createRandomId();
  setCookie(c, deviceCookie, id, describeCookie(org));
  return id;
}

export function findSessionId(c: Context, org: Org): string | undefined {
  return org.sessionCarrier === "store" ? onlyBrowser : getCookie(c, nameSessionCookie(org));
}

/** A new ID at sign-in, so that an ID from before it is useless (session fixation). */
export function assignSessionId(c: Context, org: Org): string {
  if (org.sessionCarrier === "store") return onlyBrowser;
  const id = createRandomId();
  setCookie(c, nameSessionCookie(org), id, describeCookie(org));
  return id;
}

export function clearSessionId(c: Context, org: Org): void {
  if (org.sessionCarrier === "cookie")
    setCookie(c, nameSessionCookie(org), "", { ...describeCookie(org), maxAge: 0 });
}

/** Lax: sent when an app redirects here, but not with another site's POST. */
function describeCookie({ baseUrl, basePath }: Org) {
  const secure = baseUrl.startsWith("https:");
  return { path: basePath || "/", httpOnly: true, sameSite: "Lax", secure } as const;
}
