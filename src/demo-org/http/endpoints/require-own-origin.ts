import type { Context, MiddlewareHandler } from "hono";
import { linkToOnlyApp } from "../pages/app-address.ts";
import { sendNotice } from "../pages/page.ts";
import type { Org } from "../state/org.ts";

/** Refuses a sign-in form that a page of another origin posted. @see RFC 6819 §4.4.1.8 (login CSRF) */
export function requireOwnOrigin(org: Org): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== "POST" || !isFromOtherOrigin(c, org)) return next();
    return sendNotice(c, {
      heading: "This form was sent from another site",
      sentences: [
        "The demo org accepts its sign-in form only from its own page. You were not signed in.",
        "Go back to the app and send the request again.",
      ],
      status: 403,
      link: linkToOnlyApp(org.redirectUris),
    });
  };
}

/** Programs send no origin, and hold no browser's session. @see Fetch §3.2 (`Origin`) */
function isFromOtherOrigin(c: Context, { baseUrl, sessionCarrier }: Org): boolean {
  const own = new URL(baseUrl).origin;
  const origin = c.req.header("Origin");
  if (origin !== undefined) return origin !== own;
  // A service worker sees only the referrer. In Node, reading it creates a second request that stays in memory.
  if (sessionCarrier === "cookie") return false;
  const { referrer } = c.req.raw;
  return /^https?:/.test(referrer) && new URL(referrer).origin !== own;
}
