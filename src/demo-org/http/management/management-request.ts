import type { Configuration } from "../../model/configuration.ts";
import type { Party } from "../state/event-log.ts";
import type { OrgRequest } from "../state/server-request.ts";

export type ManagementRequest = OrgRequest & {
  readonly now: string;
  readonly param: (name: string) => string;
};

/** An event type of Okta's System Log. */
export type EventType = readonly [eventType: string, displayMessage: string];

export type ManagementHandler = (request: ManagementRequest) => Promise<Response> | Response;

/**
 * The path can have parameters: `/api/v1/groups/:groupId`. `event` is logged if the call has changed the configuration.
 */
export type ManagementRoute = readonly [
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  handler: ManagementHandler,
  event?: EventType | undefined,
];

/** Finds the object that an event lists as its target if the route's path has this parameter. */
export type Target = {
  readonly parameter: string;
  readonly type: string;
  readonly find: (configuration: Configuration, id: string) => Party | undefined;
};

export type Resource = {
  readonly routes: readonly ManagementRoute[];
  readonly target?: Target;
  /** Problems of an imported org: `groups.3.profile.name: …`. */
  readonly listProblems?: (configuration: Configuration) => readonly string[];
};
