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

/** Why a token has no groups, most frequent first. This order decides where the evidence does not. */
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

/** Why a request was refused, most exact first. */
export const causesOfRefusal: readonly Cause[] = [...refusalCauses, otherRefusal];
