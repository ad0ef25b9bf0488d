import type { Context } from "hono";
import type { Refusal } from "../../rules/permission/refusal.ts";
import { notFound } from "../management/api-error.ts";
import { chooseAppUrl } from "../pages/app-address.ts";
import { sendBadRequest } from "../pages/bad-request-page.ts";
import type { Org } from "../state/org.ts";
import { findServer, type OrgRequest, type ServerRequest } from "../state/server-request.ts";

export function onServer(
  org: Org,
  handler: (request: ServerRequest) => Promise<Response> | Response,
  handleUnknown?: (request: OrgRequest, serverId: string) => Promise<Response>,
): (c: Context) => Promise<Response> {
  return async (c) => {
    const configuration = await org.loadConfiguration();
    const serverId = c.req.param("serverId") ?? null;
    const server = findServer(org, configuration, serverId);
    if (server) return handler({ c, org, configuration, server, serverId });
    if (handleUnknown) return handleUnknown({ c, org, configuration }, serverId ?? "");
    throw notFound(serverId ?? "", "AuthorizationServer");
  };
}

/** The error on Okta's own page. @see oktadev/okta-angular-sign-in-widget-example#15 on GitHub */
const refusal: Refusal = {
  error: "invalid_request",
  reason: "invalid_request",
  description: "The authorization server id is invalid.",
};

/** Unverified: the page's status, and that Okta shows the page for every response mode. */
export async function handleUnknownServer(
  { c, org, configuration }: OrgRequest,
  serverId: string,
): Promise<Response> {
  if (!isNavigation(c)) throw notFound(serverId, "AuthorizationServer");
  const registered = configuration.customServers
    .filter(({ status }) => status === "ACTIVE")
    .map(({ id }) => id);
  // The server is not active: `onServer` finds active servers.
  const inactive = configuration.customServers.find(({ id }) => id === serverId)?.name;
  const mismatch = { parameter: "server", requested: serverId, registered, inactive } as const;
  const appUrl = chooseAppUrl(org.redirectUris, c.req.query("redirect_uri"));
  return sendBadRequest(c, { refusal, mismatch, appUrl });
}

function isNavigation(c: Context): boolean {
  return (
    c.req.header("Sec-Fetch-Mode") === "navigate" ||
    // A service worker doesn't see `Sec-Fetch-Mode`.
    c.req.raw.mode === "navigate" ||
    /\btext\/html\b/.test(c.req.header("Accept") ?? "")
  );
}
