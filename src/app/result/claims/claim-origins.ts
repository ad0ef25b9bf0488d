import { createContext, useContext } from "react";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";

export const ClaimOriginsContext = createContext<ClaimOrigins | undefined>(undefined);

export function useClaimOrigins(): ClaimOrigins | undefined {
  return useContext(ClaimOriginsContext);
}
