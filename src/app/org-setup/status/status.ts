import type { ApiCall } from "../api/api-call.ts";

export type Status = "ACTIVE" | "INACTIVE";

/** @see Okta: Applications API and Authorization Servers API, lifecycle operations */
export function switchStatus(path: string, status: Status): ApiCall {
  const step = status === "ACTIVE" ? "deactivate" : "activate";
  return { method: "POST", path: `${path}/lifecycle/${step}` };
}
