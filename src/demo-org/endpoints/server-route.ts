import type { Context } from "hono";
import {
  type AuthorizationServer,
  describeOrgServer,
  findCustomServer,
} from "../model/authorization-server.ts";
import type { Configuration } from "../model/configuration.ts";
import type { Org } from "../org.ts";
import { sendUnknownServer } from "./management-error.ts";

/** A request to one of the org's authorization servers. */
export type ServerRequest = {
  readonly c: Context;
  readonly org: Org;
  readonly configuration: Configuration;
  readonly server: AuthorizationServer;
  /** The custom server's ID; null for the org server. */
  readonly serverId: string | null;
};

/** Finds the server that a path names by `:serverId`, the org's own where it names none, and answers if there is none. */
export function onServer(
  org: Org,
  answer: (request: ServerRequest) => Promise<Response> | Response,
): (c: Context) => Promise<Response> {
  return async (c) => {
    const configuration = await org.readConfiguration();
    const serverId = c.req.param("serverId") ?? null;
    const server = findServer(org, configuration, serverId);
    if (!server) return sendUnknownServer(c, serverId ?? "");
    return answer({ c, org, configuration, server, serverId });
  };
}

/** The org server for null, else the custom server with this ID; undefined where there is none that is active. */
export function findServer(
  { baseUrl }: Org,
  configuration: Configuration,
  serverId: string | null,
): AuthorizationServer | undefined {
  return serverId === null
    ? describeOrgServer(baseUrl)
    : findCustomServer(configuration, baseUrl, serverId);
}
