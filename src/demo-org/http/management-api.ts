import type { Context, Hono } from "hono";
import { controlRoutes } from "./controls/control-routes.ts";
import { logChange } from "./log/management-events.ts";
import { checkApiToken } from "./management/api-error.ts";
import type { ManagementRoute } from "./management/management-request.ts";
import { resources } from "./management/resources.ts";
import { previewRoutes } from "./preview/preview-routes.ts";
import type { Org } from "./state/org.ts";

/** If two match, the first one is used. */
export const managementRoutes: readonly ManagementRoute[] = [
  ...resources.flatMap(({ routes }) => routes),
  ...controlRoutes,
  ...previewRoutes,
];

const targets = resources.flatMap(({ target }) => target ?? []);

export function mountManagementApi(app: Hono, org: Org): void {
  for (const route of managementRoutes) app.on(route[0], route[1], onManagement(org, route));
}

function onManagement(org: Org, route: ManagementRoute): (c: Context) => Promise<Response> {
  const [, , handler] = route;
  const createdParameter = findCreatedParameter(route);
  return async (c) => {
    checkApiToken(c.req.header("Authorization"), org.apiToken);
    const configuration = await org.loadConfiguration();
    c.header("Cache-Control", "no-cache, no-store");
    const now = new Date(org.clock()).toISOString();
    const param = (name: string) => c.req.param(name) ?? "";
    const request = { c, org, configuration, now, param };
    const response = await handler(request);
    // A failure to log must not fail the call.
    await logChange(request, response, route, { targets, createdParameter }).catch(() => undefined);
    return response;
  };
}

/** That of `/groups/:groupId` for `POST /groups`. */
function findCreatedParameter([method, listPath]: ManagementRoute): string | undefined {
  if (method !== "POST") return undefined;
  const prefix = `${listPath}/:`;
  const found = managementRoutes.find(
    ([, path]) => path.startsWith(prefix) && path.lastIndexOf("/") === listPath.length,
  );
  return found?.[1].slice(prefix.length);
}
