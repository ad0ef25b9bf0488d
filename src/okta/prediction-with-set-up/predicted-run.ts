import type { Prediction } from "../prediction.ts";
import type { RunToDiagnose } from "../reason.ts";

/** Whether a request is sure to return no groups: refused, or without them in every token. */
export function hasNoGroups({ refusal, ...prediction }: Prediction): boolean {
  if (refusal) return refusal.likelihood !== "possible";
  const { redirect, idToken, accessToken } = prediction;
  const tokens = [redirect.idToken, idToken, redirect.accessToken, accessToken];
  return tokens.every((token) => !token || token.groups === "no");
}

/** The response that is predicted for a request, so that it can be diagnosed. Only for one without groups. */
export function buildPredictedRun(
  { server, responseType, scopes, clientId, setUp }: RunToDiagnose,
  { redirect, idToken, accessToken }: Prediction,
): RunToDiagnose {
  const hasIdToken = redirect.idToken ?? idToken;
  const hasReadableAccessToken = server.kind === "custom" && (redirect.accessToken ?? accessToken);
  return {
    ...{ server, responseType, scopes, clientId, setUp },
    // They will have other claims, which say nothing about groups.
    ...(hasIdToken && { idTokenClaims: {} }),
    ...(hasReadableAccessToken && { accessTokenClaims: {} }),
  };
}
