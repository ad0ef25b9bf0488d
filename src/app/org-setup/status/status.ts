import type { ApiCall } from "../api/api-call.ts";

/** Whether an app, a server, a policy, a rule or a claim is on. */
export type Status = "ACTIVE" | "INACTIVE";

/** A status as the Admin Console says it. */
export function describeStatus(status: Status): string {
  return status === "ACTIVE" ? "Active" : "Inactive";
}

/**
 * Switches on what is off, and the other way round.
 *
 * @param path Of an app, a server, a policy or a rule: all four are switched in the same way.
 * @see Okta: Applications API and Authorization Servers API, lifecycle operations
 */
export function switchStatus(path: string, status: Status): ApiCall {
  const step = status === "ACTIVE" ? "deactivate" : "activate";
  return { method: "POST", path: `${path}/lifecycle/${step}` };
}
