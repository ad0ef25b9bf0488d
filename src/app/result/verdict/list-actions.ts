import type { Reason } from "../../../okta/reason.ts";
import { labelSetUpChange } from "./label-set-up-change.ts";
import type { VerdictAction } from "./verdict-data.ts";

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
