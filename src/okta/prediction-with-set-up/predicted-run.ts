import type { Prediction } from "../prediction.ts";
import type { RunToDiagnose } from "../reason.ts";

/** Whether a request will certainly return no groups, because Okta refuses the request or no token has groups. */
export function hasNoGroups({ refusal, ...prediction }: Prediction): boolean {
  if (refusal) return refusal.likelihood !== "possible";
  const { redirect, idToken, accessToken } = prediction;
  const tokens = [redirect.idToken, idToken, redirect.accessToken, accessToken];
  return tokens.every((token) => !token || token.groups === "no");
}

/** Builds the predicted response of a request, so that it can be diagnosed. Only for a prediction without groups. */
export function buildPredictedRun(
  { server, responseType, scopes, clientId, setUp }: RunToDiagnose,
  { redirect, idToken, accessToken }: Prediction,
): RunToDiagnose {
  const hasIdToken = redirect.idToken ?? idToken;
  const hasReadableAccessToken = server.kind === "custom" && (redirect.accessToken ?? accessToken);
  return {
    ...{ server, responseType, scopes, clientId, setUp },
    // The diagnosis of groups doesn't need the other claims of these tokens.
    ...(hasIdToken && { idTokenClaims: {} }),
    ...(hasReadableAccessToken && { accessTokenClaims: {} }),
  };
}
