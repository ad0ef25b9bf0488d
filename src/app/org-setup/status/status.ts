import type { ApiCall } from "../api/api-call.ts";

/** Status of an app, server, policy, rule or claim. */
export type Status = "ACTIVE" | "INACTIVE";

/**
 * Builds the call that activates an inactive object, or deactivates an active one.
 *
 * @param path Path of an app, server, policy or rule. All use the same lifecycle operations.
 * @see Okta: Applications API and Authorization Servers API, lifecycle operations
 */
export function switchStatus(path: string, status: Status): ApiCall {
  const step = status === "ACTIVE" ? "deactivate" : "activate";
  return { method: "POST", path: `${path}/lifecycle/${step}` };
}
