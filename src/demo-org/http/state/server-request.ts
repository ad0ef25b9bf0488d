import type { Context } from "hono";
import {
  type AuthorizationServer,
  describeOrgServer,
  findCustomServer,
} from "../../model/authorization-server.ts";
import type { Configuration } from "../../model/configuration.ts";
import type { Org } from "./org.ts";

/** A request to one of the org's authorization servers. */
export type ServerRequest = {
  readonly c: Context;
  readonly org: Org;
  readonly configuration: Configuration;
  readonly server: AuthorizationServer;
  /** The custom server's ID; null for the org server. */
  readonly serverId: string | null;
};

/** Finds an active server: the org server for null, or else the custom server with this ID. */
export function findServer(
  { baseUrl }: Org,
  configuration: Configuration,
  serverId: string | null,
): AuthorizationServer | undefined {
  return serverId === null
    ? describeOrgServer(baseUrl)
    : findCustomServer(configuration, baseUrl, serverId);
}
