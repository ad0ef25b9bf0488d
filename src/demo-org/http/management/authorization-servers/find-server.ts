import type { Configuration } from "../../../model/configuration.ts";
import type { CustomServer } from "../../../model/custom-server.ts";
import { ApiError } from "../api-error.ts";
import type { ManagementRequest } from "../management-request.ts";

export const serversPath = "/api/v1/authorizationServers";
export const serverPath = `${serversPath}/:serverId`;

/**
 * The custom server in a path, active or not.
 *
 * @throws {ApiError} There is no server with this ID.
 */
export function findNamedServer({ configuration, param }: ManagementRequest): CustomServer {
  return findById(configuration.customServers, param("serverId"), "AuthorizationServer");
}

/**
 * Changes the custom server in a path.
 *
 * @param change Returns the changed server and a result for the caller.
 * @throws {ApiError} There is no server with this ID. Also what `change` throws; nothing is changed then.
 */
export function changeServer<T>(
  { org, param }: ManagementRequest,
  change: (
    server: CustomServer,
    latest: Configuration,
  ) => { readonly server: CustomServer; readonly result: T },
): Promise<T> {
  return org.changeConfiguration((latest) => {
    const before = findById(latest.customServers, param("serverId"), "AuthorizationServer");
    const { server, result } = change(before, latest);
    const customServers = replaceById(latest.customServers, server);
    return { configuration: { ...latest, customServers }, result };
  });
}

/** @throws {ApiError} There is no object with this ID. Okta's error contains the type. */
export function findById<T extends { readonly id: string }>(
  entries: readonly T[],
  id: string,
  type: string,
): T {
  const found = entries.find((it) => it.id === id);
  if (!found) throw new ApiError({ code: "not_found", id, type });
  return found;
}

/** Replaces one item of a list. */
export function replaceById<T extends { readonly id: string }>(
  entries: readonly T[],
  entry: T,
): T[] {
  return entries.map((it) => (it.id === entry.id ? entry : it));
}
