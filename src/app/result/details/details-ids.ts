import { useContext } from "react";
import { HasDetailsIdsContext } from "./has-details-ids.ts";

/** Element IDs of a run's parts. `Slot` builds its own from its title. */
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

export function showDetails(name: DetailsName): void {
  const part = document.getElementById(detailsIds[name]);
  const details = part?.querySelector("details");
  if (details) details.open = true;
  const target = details?.querySelector("summary") ?? part?.querySelector("h3");
  if (!target) return;
  if (!details) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  part?.scrollIntoView({ block: "start" });
}
