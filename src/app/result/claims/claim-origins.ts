import { createContext, useContext } from "react";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";

/** The origins of the shown run's claims, if the org's set-up is known. */
export const ClaimOriginsContext = createContext<ClaimOrigins | undefined>(undefined);

export function useClaimOrigins(): ClaimOrigins | undefined {
  return useContext(ClaimOriginsContext);
}
