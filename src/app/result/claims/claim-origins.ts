import { createContext, useContext } from "react";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";

/** What the claims of the shown run are made of, where the org's set-up is known. */
export const ClaimOriginsContext = createContext<ClaimOrigins | undefined>(undefined);

export function useClaimOrigins(): ClaimOrigins | undefined {
  return useContext(ClaimOriginsContext);
}
