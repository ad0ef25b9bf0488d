import type { Context } from "hono";
import { sendManagementError } from "../endpoints/management-error.ts";
import type { Configuration } from "../model/configuration.ts";
import type { Org } from "../org.ts";
import { logChange } from "../system-log/management-events.ts";
import { ApiError, describeApiProblem } from "./api-error.ts";
import { checkApiToken } from "./api-token.ts";

/** An authorized call to the Management API. */
export type ManagementRequest = {
  readonly c: Context;
  readonly org: Org;
  /** As it is when the call arrives; what changes it goes through `org.changeConfiguration`, which hands out the latest. */
  readonly configuration: Configuration;
  /** A part of the path by its name, which the route has: `groupId`. */
  readonly param: (name: string) => string;
};

type ManagementHandler = (request: ManagementRequest) => Promise<Response> | Response;

/** A method, a path below the org's with its parameters (`/api/v1/groups/:groupId`), and who answers there. */
export type ManagementRoute = readonly [
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  answer: ManagementHandler,
];

/** Lets in who shows the org's API token, and says in Okta's shape what is wrong with a call. */
export function onManagement(
  org: Org,
  answer: ManagementHandler,
): (c: Context) => Promise<Response> {
  return async (c) => {
    try {
      checkApiToken(c.req.header("Authorization"), org.apiToken);
      const configuration = await org.readConfiguration();
      c.header("Cache-Control", "no-cache, no-store");
      const request = { c, org, configuration, param: (name: string) => c.req.param(name) ?? "" };
      const response = await answer(request);
      // What is not logged has happened all the same.
      if (c.req.method !== "GET") await logChange(request, response).catch(() => undefined);
      return response;
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      return sendManagementError(c, describeApiProblem(cause.problem));
    }
  };
}
