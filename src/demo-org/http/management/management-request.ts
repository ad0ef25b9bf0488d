import type { Configuration } from "../../model/configuration.ts";
import type { Party } from "../state/event-log.ts";
import type { OrgRequest } from "../state/server-request.ts";

export type ManagementRequest = OrgRequest & {
  readonly now: string;
  readonly param: (name: string) => string;
};

/** Of Okta's System Log. */
export type EventType = readonly [eventType: string, displayMessage: string];

export type ManagementHandler = (request: ManagementRequest) => Promise<Response> | Response;

/** The path has parameters: `/api/v1/groups/:groupId`. Changes of the configuration have a System Log event. */
export type ManagementRoute = readonly [
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  handler: ManagementHandler,
  event?: EventType | undefined,
];

/** What the System Log names if a path has this parameter. */
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
