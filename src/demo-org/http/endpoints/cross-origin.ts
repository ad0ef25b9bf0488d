import type { Context, Hono, MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { isTrustedOrigin } from "../../model/trusted-origin.ts";
import { linkToOnlyApp } from "../pages/app-address.ts";
import { sendNotice } from "../pages/page.ts";
import type { Org } from "../state/org.ts";

/**
 * Unverified: that any origin can read the keys.
 * @see Okta: Enable CORS; Okta API release notes 2020 (metadata and bearer tokens)
 */
const readableByAnyOrigin = cors({
  origin: "*",
  allowMethods: ["GET", "POST"],
  allowHeaders: ["Accept", "Authorization", "Content-Type", "X-Okta-User-Agent-Extended"],
  exposeHeaders: ["WWW-Authenticate"],
  maxAge: 86_400,
});

/** Requests still need an API token. @see Okta: Enable CORS */
export function readableByTrustedOrigins(org: Org): MiddlewareHandler {
  return cors({
    origin: async (origin) => ((await isTrusted(org, origin)) ? origin : null),
    allowMethods: ["GET", "POST", "PUT", "DELETE"],
    allowHeaders: ["Accept", "Authorization", "Content-Type", "X-Okta-User-Agent-Extended"],
    exposeHeaders: ["Link"],
    maxAge: 600,
  });
}

/** Allows cookies, which Okta's SDK sends to the Authentication API too. @see Okta: Enable CORS */
function readableByOwnPages(org: Org): MiddlewareHandler {
  const isOwn = (origin: string) => org.redirectUris.some((uri) => new URL(uri).origin === origin);
  return cors({
    // Every page without an origin of its own sends "null", such as a sandboxed frame.
    origin: async (origin) =>
      origin !== "null" && (isOwn(origin) || (await isTrusted(org, origin))) ? origin : null,
    credentials: true,
    allowMethods: ["GET", "POST", "DELETE"],
    allowHeaders: ["Accept", "Content-Type", "X-Okta-User-Agent-Extended"],
    maxAge: 600,
  });
}

export function allowCrossOriginReads(app: Hono, org: Org, publicPaths: readonly string[]): void {
  for (const path of publicPaths) app.use(path, readableByAnyOrigin);
  for (const path of ["/api/v1/sessions/me/*", "/api/v1/users/me", "/api/v1/authn/*"])
    app.use(path, readableByOwnPages(org));
  for (const path of ["/api/*", "/demo/*"]) app.use(path, readableByTrustedOrigins(org));
}

async function isTrusted(org: Org, origin: string): Promise<boolean> {
  const { trustedOrigins } = await org.loadConfiguration();
  return isTrustedOrigin(trustedOrigins, origin, "CORS");
}

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

/** Allows requests without an origin: only programs send them, and programs have no browser session. @see Fetch §3.2 */
function isFromOtherOrigin(c: Context, { baseUrl, sessionCarrier }: Org): boolean {
  const own = new URL(baseUrl).origin;
  const origin = c.req.header("Origin");
  if (origin !== undefined) return origin !== own;
  // A service worker sees no Origin, only the referrer. In Node, reading the referrer would create a second request
  // that stays in memory.
  if (sessionCarrier === "cookie") return false;
  const { referrer } = c.req.raw;
  return /^https?:/.test(referrer) && new URL(referrer).origin !== own;
}
