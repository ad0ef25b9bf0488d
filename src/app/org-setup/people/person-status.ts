import type { LifecycleStep } from "./person-calls.ts";

const names: ReadonlyMap<string, string> = new Map([
  ["STAGED", "Staged"],
  ["PROVISIONED", "Pending user action"],
  ["ACTIVE", "Active"],
  ["SUSPENDED", "Suspended"],
  ["DEPROVISIONED", "Deactivated"],
]);

/** A status in the Admin Console's words. */
export function describeStatus(status: string): string {
  return names.get(status) ?? status;
}

type Step = { readonly step: LifecycleStep; readonly label: string; readonly meaning: string };

const activate: Step = {
  step: "activate",
  label: "Activate",
  meaning: "They will be able to sign in.",
};
const deactivate: Step = {
  step: "deactivate",
  label: "Deactivate",
  meaning:
    "They won’t be able to sign in, and the demo org’s UserInfo will reject their access tokens.",
};

/** The lifecycle actions that an account's status allows. */
export function listSteps(status: string): readonly Step[] {
  switch (status) {
    case "ACTIVE":
      return [
        {
          step: "suspend",
          label: "Suspend",
          meaning: "They won’t be able to sign in until you unsuspend them.",
        },
        deactivate,
      ];
    case "SUSPENDED":
      return [
        { step: "unsuspend", label: "Unsuspend", meaning: "They will be able to sign in again." },
        deactivate,
      ];
    case "PROVISIONED":
      return [deactivate];
    case "STAGED":
      return [activate, deactivate];
    default:
      return [activate];
  }
}
