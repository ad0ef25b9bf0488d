import { useContext } from "react";
import { HasDetailsIdsContext } from "./has-details-ids.ts";

/** Element IDs of a run's parts. `Slot` builds the same IDs from its title. */
export const detailsIds = {
  request: "run-request",
  response: "run-response",
  "token-request": "run-token-request",
  checks: "run-checks",
  "id-token": "run-id-token",
  "access-token": "run-access-token",
  userinfo: "run-userinfo",
} as const;

export type DetailsName = keyof typeof detailsIds;

export function useDetailsId(name: DetailsName): string | undefined {
  return useContext(HasDetailsIdsContext) ? detailsIds[name] : undefined;
}

/** Focuses the heading of a part in which the focused control was removed. */
export function focusHeading(name: DetailsName): void {
  const heading = document.getElementById(detailsIds[name])?.querySelector("h3");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

export function showDetails(name: DetailsName): void {
  const part = document.getElementById(detailsIds[name]);
  const details = part?.querySelector("details");
  if (details) details.open = true;
  if (details) details.querySelector("summary")?.focus({ preventScroll: true });
  else focusHeading(name);
  part?.scrollIntoView({ block: "start" });
}
