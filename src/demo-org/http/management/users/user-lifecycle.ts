import type { Configuration } from "../../../model/configuration.ts";
import type { User } from "../../../model/user.ts";
import { ApiError } from "../api-error.ts";
import type { ManagementRequest } from "../management-request.ts";
import { findUser } from "./find-user.ts";
import { withoutAssignments, withoutUser } from "./without-user.ts";

/** `POST …/lifecycle/activate`, for users who were never activated or were deactivated. */
export function activateUser(request: ManagementRequest): Promise<Response> {
  return changeStatus(request, (configuration, user, now) => {
    if (user.status !== "STAGED" && user.status !== "DEPROVISIONED")
      throw new ApiError({ code: "already_active" });
    const activated = { ...user, activated: now };
    return withStatus(configuration, activated, findActivatedStatus(user), now);
  });
}

/**
 * A user's status after activation.
 *
 * @see Okta: User Lifecycle API, "Activate a user" (without a password, the user has to set one first)
 */
export function findActivatedStatus({
  credentials,
}: Pick<User, "credentials">): "ACTIVE" | "PROVISIONED" {
  return credentials.password ? "ACTIVE" : "PROVISIONED";
}

/** `POST …/lifecycle/suspend`. A suspended user can't sign in, and keeps groups and apps. */
export function suspendUser(request: ManagementRequest): Promise<Response> {
  return changeStatus(request, (configuration, user, now) => {
    checkStatus(user, "ACTIVE", "Cannot suspend a user that is not active");
    return withStatus(configuration, user, "SUSPENDED", now);
  });
}

/** `POST …/lifecycle/unsuspend`. */
export function unsuspendUser(request: ManagementRequest): Promise<Response> {
  return changeStatus(request, (configuration, user, now) => {
    checkStatus(user, "SUSPENDED", "Cannot unsuspend a user that is not suspended");
    return withStatus(configuration, user, "ACTIVE", now);
  });
}

/** `POST …/lifecycle/deactivate`. Changes nothing if the user is deactivated already. */
export function deactivateUser(request: ManagementRequest): Promise<Response> {
  return changeStatus(request, deactivate);
}

/**
 * `DELETE /api/v1/users/{userId}`: the first call deactivates the user, the second one deletes them.
 *
 * @see Okta: Users API, "Delete a user"
 */
export async function deleteUser({ c, org, param }: ManagementRequest): Promise<Response> {
  const now = new Date(org.clock()).toISOString();
  await org.changeConfiguration((latest) => {
    const user = findUser(latest, param("userId"));
    const configuration =
      user.status === "DEPROVISIONED"
        ? withoutUser(latest, user.id)
        : deactivate(latest, user, now);
    return { configuration, result: undefined };
  });
  return c.body(null, 204);
}

type StatusChange = (configuration: Configuration, user: User, now: string) => Configuration;

async function changeStatus(
  { c, org, param }: ManagementRequest,
  change: StatusChange,
): Promise<Response> {
  const now = new Date(org.clock()).toISOString();
  await org.changeConfiguration((latest) => {
    const user = findUser(latest, param("userId"));
    return { configuration: change(latest, user, now), result: undefined };
  });
  return c.json({});
}

/** Removes direct app assignments and keeps groups. @see Okta help: Deactivate and delete user accounts */
function deactivate(configuration: Configuration, user: User, now: string): Configuration {
  if (user.status === "DEPROVISIONED") return configuration;
  return withStatus(withoutAssignments(configuration, user.id), user, "DEPROVISIONED", now);
}

function withStatus(
  configuration: Configuration,
  user: User,
  status: User["status"],
  now: string,
): Configuration {
  const after: User = { ...user, status, statusChanged: now, lastUpdated: now };
  const users = configuration.users.map((it) => (it.id === user.id ? after : it));
  return { ...configuration, users };
}

function checkStatus(user: User, status: User["status"], otherwise: string): void {
  if (user.status === status) return;
  throw new ApiError({ code: "invalid", object: otherwise, causes: [otherwise] });
}
