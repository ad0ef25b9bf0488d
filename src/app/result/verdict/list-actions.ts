import type { Reason } from "../../../okta/reason.ts";
import { labelSetUpChange } from "./label-set-up-change.ts";
import type { VerdictAction } from "./verdict-data.ts";

/** What the page can do about a cause: another request first, then a change of the demo org's set-up. */
export function listActions({ change, setUpChange }: Reason): readonly VerdictAction[] {
  const actions: VerdictAction[] = [];
  if (change?.kind === "send_request") {
    actions.push({ kind: "change", label: change.label, request: change.request });
  }
  if (setUpChange) {
    const label = labelSetUpChange(setUpChange);
    actions.push({ kind: "change-set-up", label, change: setUpChange });
  }
  return actions;
}
