import type { Configuration } from "../../model/configuration.ts";
import type { CustomServer } from "../../model/custom-server.ts";
import { ApiError } from "../api-error.ts";
import type { ManagementRequest } from "../management-request.ts";

export const serversPath = "/api/v1/authorizationServers";
export const serverPath = `${serversPath}/:serverId`;

/**
 * The custom server that a path names, active or not.
 *
 * @throws {ApiError} There is none with this ID.
 */
export function findNamedServer({ configuration, param }: ManagementRequest): CustomServer {
  return findById(configuration.customServers, param("serverId"), "AuthorizationServer");
}

/**
 * Changes the custom server that a path names.
 *
 * @param change Makes a new server of the latest one, and what to tell whoever asked.
 * @throws {ApiError} There is none with this ID. Also whatever `change` throws; then nothing is changed.
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

/** @throws {ApiError} There is none with this ID: none of this type, as Okta's error names it. */
export function findById<T extends { readonly id: string }>(
  entries: readonly T[],
  id: string,
  type: string,
): T {
  const found = entries.find((it) => it.id === id);
  if (!found) throw new ApiError({ code: "not_found", id, type });
  return found;
}

/** The same list with one of it in another form. */
export function replaceById<T extends { readonly id: string }>(
  entries: readonly T[],
  entry: T,
): T[] {
  return entries.map((it) => (it.id === entry.id ? entry : it));
}
