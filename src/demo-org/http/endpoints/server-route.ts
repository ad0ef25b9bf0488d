import type { Context } from "hono";
import type { Configuration } from "../../model/configuration.ts";
import { sendUnknownServer } from "../management/management-error.ts";
import type { Org } from "../state/org.ts";
import { findServer, type ServerRequest } from "../state/server-request.ts";

type AnswerUnknown = (
  c: Context,
  serverId: string,
  known: { readonly org: Org; readonly configuration: Configuration },
) => Promise<Response> | Response;

/** Finds the server that a path names by `:serverId`, or the org server if it names none. */
export function onServer(
  org: Org,
  answer: (request: ServerRequest) => Promise<Response> | Response,
  answerUnknown: AnswerUnknown = sendUnknownServer,
): (c: Context) => Promise<Response> {
  return async (c) => {
    const configuration = await org.loadConfiguration();
    const serverId = c.req.param("serverId") ?? null;
    const server = findServer(org, configuration, serverId);
    if (!server) return answerUnknown(c, serverId ?? "", { org, configuration });
    return answer({ c, org, configuration, server, serverId });
  };
}
