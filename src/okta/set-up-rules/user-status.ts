import type { UserSetUp } from "../org-set-up.ts";
import type { ActivationStep } from "../set-up-change.ts";

type Inactive = {
  name: string;
  /** The end of a sentence that starts with the user's name. */
  state: string;
  step?: ActivationStep;
};

/** @see Okta: User Lifecycle API */
const inactiveStatuses: ReadonlyMap<string, Inactive> = new Map([
  ["STAGED", { name: "Staged", state: "is not activated yet", step: "activate" }],
  ["PROVISIONED", { name: "Pending user action", state: "has no password yet" }],
  ["SUSPENDED", { name: "Suspended", state: "is suspended", step: "unsuspend" }],
  ["DEPROVISIONED", { name: "Deactivated", state: "is deactivated", step: "activate" }],
]);

/** @returns `undefined` for an active user. */
export function findInactiveStatus({ status }: UserSetUp): Inactive | undefined {
  if (status === "ACTIVE") return undefined;
  return inactiveStatuses.get(status) ?? { name: status, state: "is not active" };
}

/** An activated user without a password must first set a password. @see Okta: User Lifecycle API, "Activate a user" */
export function changeStatus(user: UserSetUp, step: ActivationStep): UserSetUp {
  const isActive = step === "unsuspend" || user.hasPassword;
  return { ...user, status: isActive ? "ACTIVE" : "PROVISIONED" };
}

/** Returns the name of the user's status in the Admin Console. */
export function nameUserStatus(user: UserSetUp): string {
  return findInactiveStatus(user)?.name ?? "Active";
}
