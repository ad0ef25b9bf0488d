import type { LifecycleStep } from "./person-calls.ts";

const names: ReadonlyMap<string, string> = new Map([
  ["STAGED", "Staged"],
  ["ACTIVE", "Active"],
  ["SUSPENDED", "Suspended"],
  ["DEPROVISIONED", "Deactivated"],
]);

/** A status as the console shows it. */
export function describeStatus(status: string): string {
  return names.get(status) ?? status;
}

type Step = { readonly step: LifecycleStep; readonly label: string; readonly meaning: string };

const activate: Step = {
  step: "activate",
  label: "Activate",
  meaning: "This person can then sign in.",
};
const deactivate: Step = {
  step: "deactivate",
  label: "Deactivate",
  meaning: "This person can then not sign in, and UserInfo refuses the access tokens they have.",
};

/** What can be done to somebody's account, by its status. */
export function listSteps(status: string): readonly Step[] {
  switch (status) {
    case "ACTIVE":
      return [
        {
          step: "suspend",
          label: "Suspend",
          meaning: "This person can then not sign in until somebody ends the suspension.",
        },
        deactivate,
      ];
    case "SUSPENDED":
      return [
        { step: "unsuspend", label: "Unsuspend", meaning: "This person can then sign in again." },
        deactivate,
      ];
    case "STAGED":
      return [activate, deactivate];
    default:
      return [activate];
  }
}
