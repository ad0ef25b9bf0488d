import type { Hono } from "hono";
import { cors } from "hono/cors";
import { controlRoutes } from "../controls/control-routes.ts";
import { sendUnsupportedMethod } from "../endpoints/management-error.ts";
import { isTrustedOrigin } from "../model/trusted-origin.ts";
import type { Org } from "../org.ts";
import { previewRoutes } from "../preview/preview-routes.ts";
import { appRoutes } from "./apps/app-routes.ts";
import { authorizationServerRoutes } from "./authorization-servers/authorization-server-routes.ts";
import { groupRoutes } from "./groups/group-routes.ts";
import { logRoutes } from "./logs/log-routes.ts";
import { type ManagementRoute, onManagement } from "./management-request.ts";
import { trustedOriginRoutes } from "./trusted-origins/trusted-origin-routes.ts";
import { userRoutes } from "./users/user-routes.ts";

/** Every route of the API; where two match, the first answers. */
export const managementRoutes: readonly ManagementRoute[] = [
  ...userRoutes,
  ...groupRoutes,
  ...logRoutes,
  ...controlRoutes,
  ...appRoutes,
  ...trustedOriginRoutes,
  ...authorizationServerRoutes,
  ...previewRoutes,
];

/** Okta's API, and beside it the org's own. */
const apis = ["/api/v1/*", "/demo/v1/*"];

/**
 * Mounts the part of Okta's Management API that the org has, and what the org has for tests.
 *
 * A page of another origin may call it from a trusted origin alone: whoever has the token still needs that.
 *
 * @see Okta: Okta Management API; Okta: Enable CORS
 */
export function mountManagementApi(app: Hono, org: Org): void {
  const readableByTrustedOrigins = cors({
    origin: async (origin) => ((await isTrusted(org, origin)) ? origin : null),
    allowMethods: ["GET", "POST", "PUT", "DELETE"],
    allowHeaders: ["Accept", "Authorization", "Content-Type", "X-Okta-User-Agent-Extended"],
    exposeHeaders: ["Link"],
    maxAge: 600,
  });
  for (const path of apis) app.use(path, readableByTrustedOrigins);
  for (const [method, path, answer] of managementRoutes)
    app.on(method, path, onManagement(org, answer));
  for (const [path, methods] of listMethods())
    app.all(path, (c) => sendUnsupportedMethod(c, methods));
}

/** The methods of each path. */
function listMethods(): ReadonlyMap<string, readonly string[]> {
  const methods = new Map<string, string[]>();
  for (const [method, path] of managementRoutes)
    methods.set(path, [...(methods.get(path) ?? []), method]);
  return methods;
}

async function isTrusted(org: Org, origin: string): Promise<boolean> {
  const { trustedOrigins } = await org.readConfiguration();
  return isTrustedOrigin(trustedOrigins, origin, "CORS");
}
