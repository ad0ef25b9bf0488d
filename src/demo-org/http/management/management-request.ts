import type { Context } from "hono";
import type { Configuration } from "../../model/configuration.ts";
import type { EventType } from "../log/management-events.ts";
import type { PathTarget } from "../log/path-targets.ts";
import type { Org } from "../state/org.ts";

/** An authorized call to the Management API. */
export type ManagementRequest = {
  readonly c: Context;
  readonly org: Org;
  /**
   * The configuration when the call arrived. Changes must go through `org.changeConfiguration`, which passes the
   * latest.
   */
  readonly configuration: Configuration;
  /** The time of the call, ISO 8601. */
  readonly now: string;
  /** A path parameter of the route, such as `groupId`. */
  readonly param: (name: string) => string;
};

export type ManagementHandler = (request: ManagementRequest) => Promise<Response> | Response;

/**
 * Method, path relative to the org's URL with parameters (`/api/v1/groups/:groupId`), handler, and for a change of the
 * configuration its System Log event.
 */
export type ManagementRoute = readonly [
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  handler: ManagementHandler,
  event?: EventType,
];

/** A part of the Management API. */
export type Resource = {
  readonly routes: readonly ManagementRoute[];
  /** How the System Log names the resource's objects. */
  readonly target?: PathTarget;
  /** Lists what is wrong with the resource's objects in an imported org: `groups.3.profile.name: …`. */
  readonly listProblems?: (configuration: Configuration) => readonly string[];
};
