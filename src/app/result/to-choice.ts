import type { ChangedRequest } from "../../okta/found-cause.ts";
import type { RequestChoice } from "../request-choice.ts";

/** Converts a request, or a change to one, to values of the form. */
export function toChoice({ responseType, scopes, server }: ChangedRequest): Partial<RequestChoice> {
  return {
    ...(responseType && { responseType }),
    ...(scopes && { scopes }),
    ...(server && { server: server.kind }),
    ...(server?.kind === "custom" && { authorizationServerId: server.id }),
  };
}
