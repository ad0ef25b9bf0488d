import { useContext } from "react";
import { HasDetailsIdsContext } from "./has-details-ids.ts";

/** Element IDs of a run's parts, which `Slot` makes of its title. One run is on screen at a time. */
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

/** The ID of a part; `undefined` outside a run's result. */
export function useDetailsId(name: DetailsName): string | undefined {
  return useContext(HasDetailsIdsContext) ? detailsIds[name] : undefined;
}
