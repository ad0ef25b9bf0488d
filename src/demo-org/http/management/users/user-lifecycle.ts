import type { Configuration } from "../../../model/configuration.ts";
import type { User } from "../../../model/user.ts";
import { ApiError, invalid } from "../api-error.ts";
import { changeAssigned } from "../apps/assigned-people.ts";
import { withoutInRules } from "../authorization-servers/map-policies.ts";
import { replaceById } from "../part.ts";

/** @throws {ApiError} The user's status doesn't allow the change. */
export type StatusChange = (configuration: Configuration, user: User, now: string) => Configuration;

export function activate(configuration: Configuration, user: User, now: string): Configuration {
  if (user.status !== "STAGED" && user.status !== "DEPROVISIONED")
    throw new ApiError(403, "E0000016", "Activation failed because the user is already active");
  return withStatus(configuration, { ...user, activated: now }, findActivatedStatus(user), now);
}

/** @see Okta: User Lifecycle API, "Activate a user" (a user without a password must set a password first) */
export function findActivatedStatus({
  credentials,
}: Pick<User, "credentials">): "ACTIVE" | "PROVISIONED" {
  return credentials.password ? "ACTIVE" : "PROVISIONED";
}

/** Removes the user's app assignments, and keeps the groups. @see Okta help: Deactivate and delete user accounts */
export function deactivate(configuration: Configuration, user: User, now: string): Configuration {
  if (user.status === "DEPROVISIONED") return configuration;
  return withStatus(withoutAssignments(configuration, user.id), user, "DEPROVISIONED", now);
}

/** A suspended user can't sign in, and keeps groups and apps. */
export const suspend = changeFrom(
  "ACTIVE",
  "SUSPENDED",
  "Cannot suspend a user that is not active",
);

export const unsuspend = changeFrom(
  "SUSPENDED",
  "ACTIVE",
  "Cannot unsuspend a user that is not suspended",
);

function changeFrom(from: User["status"], to: User["status"], otherwise: string): StatusChange {
  return (configuration, user, now) => {
    if (user.status !== from) throw invalid(otherwise, [otherwise]);
    return withStatus(configuration, user, to, now);
  };
}

/** The first call deactivates the user, and the second call deletes the user. @see Okta: Users API, "Delete a user" */
export const deactivateOrDelete: StatusChange = (configuration, user, now) =>
  user.status === "DEPROVISIONED"
    ? withoutUser(configuration, user.id)
    : deactivate(configuration, user, now);

function withoutUser(configuration: Configuration, userId: string): Configuration {
  return {
    ...withoutInRules(withoutAssignments(configuration, userId), "users", userId),
    users: configuration.users.filter(({ id }) => id !== userId),
    memberships: configuration.memberships.filter((membership) => membership.userId !== userId),
  };
}

function withoutAssignments(configuration: Configuration, userId: string): Configuration {
  return changeAssigned(configuration, "users", (users) => users.filter(({ id }) => id !== userId));
}

function withStatus(
  configuration: Configuration,
  user: User,
  status: User["status"],
  now: string,
): Configuration {
  return withUser(configuration, { ...user, status, statusChanged: now, lastUpdated: now });
}

export function withUser(configuration: Configuration, user: User): Configuration {
  return { ...configuration, users: replaceById(configuration.users, user) };
}
