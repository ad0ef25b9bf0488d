import {
  claimNotSaved,
  claimOnCustomServer,
  marketplaceApp,
  noGroupsClaimOnApp,
} from "./app-causes.ts";
import type { Cause } from "./cause.ts";
import { otherRefusal, refusalCauses } from "./refusal-causes.ts";
import { callUserInfo, requestCauses } from "./request-causes.ts";
import { responseCauses } from "./response-causes.ts";
import { claimDisabled, noClaimOnServer, scopeCondition } from "./server-causes.ts";
import {
  claimNotAlways,
  claimOnOtherToken,
  onlyOnAccessToken,
  onlyOnIdToken,
} from "./token-causes.ts";
import { frequentValueCauses, rareValueCauses } from "./value-causes.ts";

/** Causes for a token without groups, most frequent first. The order decides between causes of the same certainty. */
export const missingGroupsCauses: readonly Cause[] = [
  ...responseCauses,
  ...requestCauses,
  noGroupsClaimOnApp,
  noClaimOnServer,
  claimNotAlways,
  onlyOnAccessToken,
  onlyOnIdToken,
  callUserInfo,
  claimOnOtherToken,
  scopeCondition,
  ...frequentValueCauses,
  claimDisabled,
  claimOnCustomServer,
  ...rareValueCauses,
  claimNotSaved,
  marketplaceApp,
];

/** Causes for a refused request, most exact first. */
export const causesOfRefusal: readonly Cause[] = [...refusalCauses, otherRefusal];
