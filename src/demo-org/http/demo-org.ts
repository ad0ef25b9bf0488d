import { type Context, Hono } from "hono";
import { faultMiddleware } from "./controls/fault-middleware.ts";
import { mountAuthenticationApi } from "./endpoints/authentication-api.ts";
import { handleAuthorize } from "./endpoints/authorize.ts";
import { limitBody } from "./endpoints/body-limit.ts";
import { allowCrossOriginReads, requireOwnOrigin } from "./endpoints/cross-origin.ts";
import { handleHome } from "./endpoints/home.ts";
import { handleIntrospect } from "./endpoints/introspect.ts";
import { handleKeys, handleOAuthMetadata, handleOpenIdMetadata } from "./endpoints/metadata.ts";
import { mountOwnSession } from "./endpoints/own-session.ts";
import { handleRevoke } from "./endpoints/revoke.ts";
import { handleUnknownServer, onServer } from "./endpoints/server-route.ts";
import { handleSessionRedirect } from "./endpoints/session-token.ts";
import { handleSignIn, sendUnknownTransaction } from "./endpoints/sign-in.ts";
import { signInPath } from "./endpoints/sign-in-step.ts";
import { handleLogout, handleSignOut } from "./endpoints/sign-out.ts";
import { handleToken } from "./endpoints/token.ts";
import {
  mountShadowedEndpoints,
  mountUnknownEndpoints,
} from "./endpoints/unsupported-endpoints.ts";
import { handleUserInfo } from "./endpoints/userinfo.ts";
import { ApiError, sendApiError, sendUnsupportedMethod } from "./management/api-error.ts";
import { mountManagementApi } from "./management-api.ts";
import { sendNotice } from "./pages/page.ts";
import { createOrg, type DemoOrgOptions, type Org } from "./state/org.ts";

const onEveryServer = (name: string) => [`/oauth2/v1/${name}`, `/oauth2/:serverId/v1/${name}`];

const openIdMetadata = [
  "/.well-known/openid-configuration",
  "/oauth2/:serverId/.well-known/openid-configuration",
];

/** Okta documents both addresses of a custom server's OAuth metadata. @see RFC 8414 §3.1 */
const oauthMetadata = [
  "/.well-known/oauth-authorization-server",
  "/oauth2/:serverId/.well-known/oauth-authorization-server",
  "/.well-known/oauth-authorization-server/oauth2/:serverId",
];

const publicPaths = [
  ...openIdMetadata,
  ...oauthMetadata,
  // These endpoints refuse pages of untrusted origins themselves, with an error that the pages can read.
  ...["keys", "userinfo", "token", "introspect", "revoke"].flatMap(onEveryServer),
];

/** Returns an Okta org as a function from request to response. It rejects only if the store or the platform fails. */
export function createDemoOrg(options: DemoOrgOptions): (request: Request) => Promise<Response> {
  const org = createOrg(options);
  const app = createRouter(org);
  return async (request) => {
    await org.controls.load();
    return app.fetch(request);
  };
}

export function createRouter(org: Org): Hono {
  const app = new Hono({ strict: false }).basePath(org.basePath || "/");

  app.use(async (c, next) => {
    await next();
    c.header("X-Content-Type-Options", "nosniff");
  });
  app.get("/health", handleHealth);
  allowCrossOriginReads(app, org, publicPaths);
  // Must run before `limitBody`, which replaces the request by a copy without a referrer.
  app.use(signInPath, requireOwnOrigin(org));
  app.use(limitBody(org));
  app.use(faultMiddleware(org));
  app.on("GET", openIdMetadata, onServer(org, handleOpenIdMetadata));
  app.on("GET", oauthMetadata, onServer(org, handleOAuthMetadata));
  app.on("GET", onEveryServer("keys"), onServer(org, handleKeys));
  app.on(["GET", "POST"], onEveryServer("userinfo"), onServer(org, handleUserInfo));
  app.on("POST", onEveryServer("token"), onServer(org, handleToken));
  app.on("POST", onEveryServer("introspect"), onServer(org, handleIntrospect));
  app.on("POST", onEveryServer("revoke"), onServer(org, handleRevoke));
  const onPage = (handler: typeof handleLogout) => onServer(org, handler, handleUnknownServer);
  app.on(["GET", "POST"], onEveryServer("authorize"), onPage(handleAuthorize));
  app.on(["GET", "POST"], onEveryServer("logout"), onPage(handleLogout));
  mountAuthenticationApi(app, org);
  mountShadowedEndpoints(app);
  mountOwnSession(app, org);
  mountManagementApi(app, org);
  refuseOtherMethods(app, org);
  mountUnknownEndpoints(app, org);

  app.get("/", (c) => handleHome(c, org));
  app.get("/login/signout", (c) => handleSignOut(c, org));
  app.get("/login/sessionCookieRedirect", (c) => handleSessionRedirect(c, org));
  app.post(signInPath, (c) => handleSignIn(c, org));
  app.get(signInPath, (c) => sendUnknownTransaction(c, org));
  app.notFound((c) => sendUnknownPage(c, org));
  app.onError((cause, c) => {
    if (cause instanceof ApiError) return sendApiError(c, cause);
    throw cause;
  });
  return app;
}

/** Responds with 405 on the routes mounted before this call. Pages are mounted later, and respond with 404 instead. */
function refuseOtherMethods(app: Hono, { basePath }: Org): void {
  const methods = new Map<string, Set<string>>();
  for (const { method, path } of app.routes)
    if (method !== "ALL") methods.set(path, (methods.get(path) ?? new Set()).add(method));
  for (const [path, allowed] of methods)
    app.all(path.slice(basePath.length), (c) => sendUnsupportedMethod(c, [...allowed]));
}

/** For containers and test runners that wait until the org runs. Okta has no such endpoint. */
function handleHealth(c: Context): Response {
  c.header("Cache-Control", "no-store");
  return c.json({ status: "ok" });
}

function sendUnknownPage(c: Context, { baseUrl }: Org): Promise<Response> {
  return sendNotice(c, {
    heading: "Page not found",
    sentences: ["The demo org has no page at this address."],
    status: 404,
    link: { href: `${baseUrl}/`, text: "Demo org home page" },
  });
}
