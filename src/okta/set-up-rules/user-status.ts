import type { UserSetUp } from "../org-set-up.ts";
import type { ActivationStep } from "../set-up-change.ts";

type Inactive = {
  name: string;
  /** Follows the user's name in a sentence. */
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

/** After activation, a user without a password has to set one first. @see Okta: User Lifecycle API, "Activate a user" */
export function changeStatus(user: UserSetUp, step: ActivationStep): UserSetUp {
  const isActive = step === "unsuspend" || user.hasPassword;
  return { ...user, status: isActive ? "ACTIVE" : "PROVISIONED" };
}

/** As the Admin Console words it. */
export function nameUserStatus(user: UserSetUp): string {
  return findInactiveStatus(user)?.name ?? "Active";
}
