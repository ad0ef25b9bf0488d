import type { Context, Hono } from "hono";
import * as v from "valibot";
import { tokenOwner } from "../model/token-owner.ts";
import { controlRoutes } from "./controls/control-routes.ts";
import { describeUser } from "./log/parties.ts";
import { record } from "./log/record.ts";
import { checkApiToken } from "./management/api-error.ts";
import type { ManagementRequest, ManagementRoute } from "./management/management-request.ts";
import { resources } from "./management/resources.ts";
import { previewRoutes } from "./preview/preview-routes.ts";
import type { Org } from "./state/org.ts";

/** If two routes match a request, the first one is used. */
export const managementRoutes: readonly ManagementRoute[] = [
  ...resources.flatMap(({ routes }) => routes),
  ...controlRoutes,
  ...previewRoutes,
];

const targets = new Map(
  resources.flatMap(({ target }) => (target ? [[target.parameter, target]] : [])),
);

export function mountManagementApi(app: Hono, org: Org): void {
  for (const route of managementRoutes) app.on(route[0], route[1], onManagement(org, route));
}

function onManagement(org: Org, route: ManagementRoute): (c: Context) => Promise<Response> {
  const [, , handler] = route;
  return async (c) => {
    checkApiToken(c.req.header("Authorization"), org.apiToken);
    const configuration = await org.loadConfiguration();
    c.header("Cache-Control", "no-cache, no-store");
    const now = new Date(org.clock()).toISOString();
    const param = (name: string) => c.req.param(name) ?? "";
    const request = { c, org, configuration, now, param };
    const response = await handler(request);
    // A failure to log must not fail the call.
    await logChange(request, response, route).catch(() => undefined);
    return response;
  };
}

/** Logs a call's event if the call has changed the configuration. */
async function logChange(
  { c, org, configuration: before, param }: ManagementRequest,
  response: Response,
  [method, path, , event]: ManagementRoute,
): Promise<void> {
  const after = await org.loadConfiguration();
  if (!event || after === before || !response.ok) return;

  const ids = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => [name, param(name)] as const);
  const created = method === "POST" ? findCreatedParameter(path) : undefined;
  if (created !== undefined)
    ids.push([created, v.parse(createdSchema, await response.clone().json()).id]);
  // Lists the last object of the path first: the user, then the group. A deleted object is only in `before`.
  const parties = ids.reverse().flatMap(([name, id]) => {
    const target = targets.get(name);
    if (!target) return [];
    const found = target.find(after, id) ?? target.find(before, id);
    return found ?? { id, type: target.type, alternateId: null, displayName: null };
  });
  // The first DELETE of a user only deactivates the user.
  // @see Okta: Users API, "Delete a user"
  const isOnlyDeactivated =
    event[0] === "user.lifecycle.delete.initiated" &&
    after.users.some(({ id }) => id === parties[0]?.id);
  const [eventType, displayMessage] = isOnlyDeactivated
    ? ["user.lifecycle.deactivate", "Deactivate Okta user"]
    : event;
  const actor = describeUser(tokenOwner);
  record(c, org, { eventType, displayMessage, actor, targets: parties });
}

const createdSchema = v.object({ id: v.string() });

/** Returns the parameter for the created object's ID: `groupId` for `POST /groups`, from `/groups/:groupId`. */
function findCreatedParameter(listPath: string): string | undefined {
  const prefix = `${listPath}/:`;
  const found = managementRoutes.find(
    ([, path]) => path.startsWith(prefix) && path.lastIndexOf("/") === listPath.length,
  );
  return found?.[1].slice(prefix.length);
}
