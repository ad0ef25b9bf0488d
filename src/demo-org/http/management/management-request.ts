import type { Context } from "hono";
import type { Configuration } from "../../model/configuration.ts";
import { logChange } from "../log/management-events.ts";
import type { Org } from "../state/org.ts";
import { ApiError, describeApiProblem } from "./api-error.ts";
import { checkApiToken } from "./api-token.ts";
import { sendManagementError } from "./management-error.ts";

/** An authorized call to the Management API. */
export type ManagementRequest = {
  readonly c: Context;
  readonly org: Org;
  /**
   * The configuration when the call arrived. Changes must go through `org.changeConfiguration`, which passes the
   * latest.
   */
  readonly configuration: Configuration;
  /** A path parameter of the route, such as `groupId`. */
  readonly param: (name: string) => string;
};

type ManagementHandler = (request: ManagementRequest) => Promise<Response> | Response;

/** Method, path relative to the org's URL with parameters (`/api/v1/groups/:groupId`), and handler. */
export type ManagementRoute = readonly [
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  answer: ManagementHandler,
];

/** Checks the API token and returns errors in Okta's shape. */
export function onManagement(
  org: Org,
  answer: ManagementHandler,
): (c: Context) => Promise<Response> {
  return async (c) => {
    try {
      checkApiToken(c.req.header("Authorization"), org.apiToken);
      const configuration = await org.loadConfiguration();
      c.header("Cache-Control", "no-cache, no-store");
      const request = { c, org, configuration, param: (name: string) => c.req.param(name) ?? "" };
      const response = await answer(request);
      // A failure to log must not fail the call.
      if (c.req.method !== "GET") await logChange(request, response).catch(() => undefined);
      return response;
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      return sendManagementError(c, describeApiProblem(cause.problem));
    }
  };
}
