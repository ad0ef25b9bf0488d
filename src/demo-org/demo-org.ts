import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import type { OrgContext } from "./context.ts";
import { authorize } from "./endpoints/authorize.ts";
import { oauthMetadata, openIdMetadata } from "./endpoints/metadata.ts";
import { signIn } from "./endpoints/sign-in.ts";
import { logOut, signOut } from "./endpoints/sign-out.ts";
import { userInfo } from "./endpoints/userinfo.ts";
import { managementError } from "./management-error.ts";
import { customServer, type IssuingServer, orgServer } from "./model/issuing-server.ts";
import { renderMessage } from "./pages/error-page.ts";
import { seededOrg } from "./seed/org.ts";
import { createBrowserBinding } from "./sign-in/browser-binding.ts";
import { createSessions, type SessionCarrier } from "./sign-in/sessions.ts";
import { createTransactions } from "./sign-in/transactions.ts";
import type { Store } from "./store.ts";
import { createSigningKeys } from "./tokens/signing-keys.ts";

export type DemoOrgOptions = {
  /** The org's own URL without a slash at its end. Given, never taken from the Host header. */
  readonly baseUrl: string;
  readonly store: Store;
  /** The sign-in redirect URIs of the seeded app, as the host knows them; matched to the letter. */
  readonly redirectUris: readonly string[];
  /** How a browser's session is known again: a cookie, or the one record in the store. */
  readonly sessionCarrier: SessionCarrier;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly clock?: () => number;
};

/**
 * Creates a demo org: an Okta org as one function from request to response. It knows nothing of where it runs.
 *
 * @returns A fetch handler for every URL under `baseUrl`.
 */
export function createDemoOrg(options: DemoOrgOptions): (request: Request) => Promise<Response> {
  const context = createContext(options);
  const app = new Hono().basePath(new URL(context.baseUrl).pathname);

  app.use("*/.well-known/*", readableFromAnywhere);
  app.use("*/v1/keys", readableFromAnywhere);
  app.use("*/v1/userinfo", readableFromAnywhere);

  const at = (endpoint: (server: IssuingServer, c: Context) => Promise<Response> | Response) => {
    return async (c: Context) => {
      const id = c.req.param("serverId");
      const server = context.findServer(id);
      return server ? endpoint(server, c) : unknownServer(id ?? "");
    };
  };
  const document = (describe: (server: IssuingServer) => object) =>
    at((server, c) => {
      const clientId = c.req.query("client_id");
      const isKnown = context.org.applications.some((it) => it.clientId === clientId);
      return clientId === undefined || isKnown
        ? c.json(describe(server), 200, { "Cache-Control": "max-age=86400, must-revalidate" })
        : managementError(400, "invalid_client", "Invalid value for 'client_id' parameter.");
    });
  for (const base of ["/.well-known", "/oauth2/:serverId/.well-known"]) {
    app.get(`${base}/openid-configuration`, document(openIdMetadata));
    app.get(`${base}/oauth-authorization-server`, document(oauthMetadata));
  }
  // RFC 8414 §3.1 puts the issuer's path behind the well-known one; Okta documents both places.
  app.get("/.well-known/oauth-authorization-server/oauth2/:serverId", document(oauthMetadata));

  for (const base of ["/oauth2/v1", "/oauth2/:serverId/v1"]) {
    app.on(
      ["GET", "POST"],
      `${base}/authorize`,
      at((server, c) => authorize(context, server, c.req.raw)),
    );
    app.on(
      ["GET", "POST"],
      `${base}/userinfo`,
      at((server, c) => userInfo(context, server, c.req.raw)),
    );
    app.on(
      ["GET", "POST"],
      `${base}/logout`,
      at((server, c) => logOut(context, server, c.req.raw)),
    );
    app.get(
      `${base}/keys`,
      at(async (_server, c) => {
        const keys = await context.signingKeys();
        return c.json({ keys: keys.map(({ publicJwk }) => publicJwk) }, 200, {
          "Cache-Control": "max-age=3600, must-revalidate",
        });
      }),
    );
  }
  app.post("/signin", (c) => signIn(context, c.req.raw));
  app.get("/login/signout", (c) => signOut(context, c.req.raw));
  app.get("/", () =>
    renderMessage(
      "Demo org",
      "This is the org itself, a stand-in for an Okta org. Open Okta Groups Explorer and send it a request.",
    ),
  );
  app.notFound((c) =>
    c.req.path.includes("/oauth2/") || c.req.path.includes("/api/")
      ? managementError(404, "E0000022", "The endpoint does not support the provided HTTP method")
      : renderMessage("Page not found", "The demo org has no such page.", 404),
  );
  return async (request) => app.fetch(request);
}

/** What scripts of any origin may read: none of it comes with a cookie, and all of it is public or needs a token. */
const readableFromAnywhere = cors({
  origin: "*",
  allowMethods: ["GET", "POST", "OPTIONS"],
  exposeHeaders: ["WWW-Authenticate"],
  maxAge: 3600,
});

function unknownServer(id: string): Response {
  const summary = `Not found: Resource not found: ${id} (AuthorizationServer)`;
  return managementError(404, "E0000007", summary);
}

function createContext(options: DemoOrgOptions): OrgContext {
  const { baseUrl, store, redirectUris, sessionCarrier, clock = Date.now } = options;
  const org = seededOrg;
  const { pathname, protocol } = new URL(baseUrl);
  const nowSeconds = () => Math.floor(clock() / 1000);
  return {
    org,
    baseUrl,
    redirectUris,
    nowSeconds,
    signingKeys: createSigningKeys(store),
    transactions: createTransactions(store, nowSeconds),
    browserBinding: createBrowserBinding(sessionCarrier, pathname),
    sessions: createSessions({
      store,
      carrier: sessionCarrier,
      path: pathname,
      isSecure: protocol === "https:",
      nowSeconds,
    }),
    findServer: (id) => (id === undefined ? orgServer(baseUrl) : customServer(org, baseUrl, id)),
    findServerByIssuer: (issuer) =>
      issuer === baseUrl
        ? orgServer(baseUrl)
        : customServer(org, baseUrl, issuer.slice(`${baseUrl}/oauth2/`.length)),
  };
}
