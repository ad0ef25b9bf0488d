import type { JsonObject } from "../../oidc/json.ts";
import { listClaims } from "../causes/exclusion.ts";
import type { RunToDiagnose } from "../found-cause.ts";
import type { ClaimSetUp, OrgSetUp } from "../org-set-up.ts";
import type { Prediction, TokenPrediction } from "../prediction.ts";
import { isMadeOfGroups } from "../set-up-rules/evaluate-claim.ts";

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
  { redirect, ...prediction }: Prediction,
): RunToDiagnose {
  const idToken = redirect.idToken ?? prediction.idToken;
  const accessToken = redirect.accessToken ?? prediction.accessToken;
  const isReadable = server.kind === "custom";
  return {
    ...{ server, responseType, scopes, clientId, setUp },
    ...(idToken && { idTokenClaims: listOtherShapes(idToken, "id_token", setUp) }),
    ...(isReadable &&
      accessToken && { accessTokenClaims: listOtherShapes(accessToken, "access_token", setUp) }),
  };
}

/**
 * Lists the predicted claims that are made of groups, but whose value is no list of groups. The diagnosis of groups
 * doesn't need other claims.
 */
function listOtherShapes(
  { claims }: TokenPrediction,
  token: ClaimSetUp["token"],
  setUp: OrgSetUp | undefined,
): JsonObject {
  const placed = setUp ? listClaims(setUp, (it) => it.token === token) : [];
  return Object.fromEntries(
    placed.flatMap(({ name, value }) =>
      value.kind === "expression" &&
      value.evaluation?.kind === "value" &&
      isMadeOfGroups(value) &&
      claims.includes(name)
        ? [[name, value.evaluation.value]]
        : [],
    ),
  );
}
