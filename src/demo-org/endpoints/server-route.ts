import type { Context } from "hono";
import type { Org } from "../org.ts";
import { findServer, type ServerRequest } from "../server-request.ts";
import { sendUnknownServer } from "./management-error.ts";

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
