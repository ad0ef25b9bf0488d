import type { Hono } from "hono";
import { controlRoutes } from "./controls/control-routes.ts";
import { appRoutes } from "./management/apps/app-routes.ts";
import { authorizationServerRoutes } from "./management/authorization-servers/authorization-server-routes.ts";
import { groupRoutes } from "./management/groups/group-routes.ts";
import { logRoutes } from "./management/logs/log-routes.ts";
import { sendUnsupportedMethod } from "./management/management-error.ts";
import { type ManagementRoute, onManagement } from "./management/management-request.ts";
import { trustedOriginRoutes } from "./management/trusted-origins/trusted-origin-routes.ts";
import { userSchemaRoutes } from "./management/user-schema/user-schema-routes.ts";
import { userRoutes } from "./management/users/user-routes.ts";
import { previewRoutes } from "./preview/preview-routes.ts";
import type { Org } from "./state/org.ts";

/** All routes. If two match, the first one is used. */
export const managementRoutes: readonly ManagementRoute[] = [
  ...userRoutes,
  ...userSchemaRoutes,
  ...groupRoutes,
  ...logRoutes,
  ...controlRoutes,
  ...appRoutes,
  ...trustedOriginRoutes,
  ...authorizationServerRoutes,
  ...previewRoutes,
];

/**
 * Mounts the supported part of Okta's Management API, and the demo org's own API for tests.
 *
 * @see Okta: Okta Management API
 */
export function mountManagementApi(app: Hono, org: Org): void {
  for (const [method, path, answer] of managementRoutes)
    app.on(method, path, onManagement(org, answer));
  for (const [path, methods] of listMethods())
    app.all(path, (c) => sendUnsupportedMethod(c, methods));
}

/** The supported methods by path. */
function listMethods(): ReadonlyMap<string, readonly string[]> {
  const methods = new Map<string, string[]>();
  for (const [method, path] of managementRoutes)
    methods.set(path, [...(methods.get(path) ?? []), method]);
  return methods;
}
