import { diagnose } from "../diagnosis.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import type { PredictedRefusal } from "../predicted-refusal.ts";
import type { Prediction } from "../prediction.ts";
import type { RunToDiagnose } from "../reason.ts";
import type { RequestOfApp } from "../request-to-predict.ts";
import type { SetUpChange } from "../set-up-change.ts";

/** Finds the change of the set-up that the diagnosis of the predicted response would name first. */
export function findPredictedChange(
  { server, responseType, scopes, clientId }: RequestOfApp,
  prediction: Prediction,
  setUp: OrgSetUp,
): SetUpChange | undefined {
  const run = { server, responseType, scopes, clientId, setUp };
  const { refusal } = prediction;
  if (refusal) {
    const described = describeRefusal(refusal, setUp);
    return described && findFirstChange({ ...run, refusal: described });
  }
  const { redirect, idToken, accessToken } = prediction;
  const tokens = [redirect.idToken, idToken, redirect.accessToken, accessToken];
  if (tokens.some((token) => token && token.groups !== "no")) return undefined;
  const hasIdToken = redirect.idToken ?? idToken;
  const hasReadableAccessToken = server.kind === "custom" && (redirect.accessToken ?? accessToken);
  return findFirstChange({
    ...run,
    // They will have other claims, which say nothing about groups.
    ...(hasIdToken && { idTokenClaims: {} }),
    ...(hasReadableAccessToken && { accessTokenClaims: {} }),
  });
}

function findFirstChange(run: RunToDiagnose): SetUpChange | undefined {
  const [first] = diagnose(run).reasons;
  return first?.certainty === "certain" ? first.setUpChange : undefined;
}

/** Okta's words for a refusal that a setting explains. @see Okta's error catalogue for OAuth 2.0 */
function describeRefusal(
  { error, likelihood }: PredictedRefusal,
  { app }: OrgSetUp,
): RunToDiagnose["refusal"] {
  if (likelihood !== "certain") return undefined;
  switch (error) {
    case "access_denied":
      return {
        error,
        description:
          app?.isUserAssigned === false
            ? "User is not assigned to the client application."
            : "Policy evaluation failed for this request, please check the policy configurations.",
      };
    case "invalid_scope":
      return {
        error,
        description: "One or more scopes are not configured for the authorization server resource.",
      };
    case "unsupported_response_type":
      return {
        error,
        description: "The response type is not supported by the authorization server.",
      };
    case "unauthorized_client":
      return { error, description: "The client is not authorized to use the provided grant type." };
    default:
      return undefined;
  }
}
