import { diagnose } from "../diagnosis.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import type { Prediction } from "../prediction.ts";
import type { RequestOfApp } from "../request-to-predict.ts";
import type { SetUpChange } from "../set-up-change.ts";

/** Finds the change of the set-up that avoids a predicted refusal, or that the diagnosis of the predicted response would name first. */
export function findPredictedChange(
  request: RequestOfApp,
  { refusal, redirect, idToken, accessToken }: Prediction,
  setUp: OrgSetUp,
): SetUpChange | undefined {
  if (refusal) return refusal.setUpChange;
  const tokens = [redirect.idToken, idToken, redirect.accessToken, accessToken];
  if (tokens.some((token) => token && token.groups !== "no")) return undefined;
  const hasIdToken = redirect.idToken ?? idToken;
  const hasReadableAccessToken =
    request.server.kind === "custom" && (redirect.accessToken ?? accessToken);
  const { reasons } = diagnose({
    ...request,
    setUp,
    // They will have other claims, which say nothing about groups.
    ...(hasIdToken && { idTokenClaims: {} }),
    ...(hasReadableAccessToken && { accessTokenClaims: {} }),
  });
  return reasons[0]?.certainty === "certain" ? reasons[0].setUpChange : undefined;
}
