import { usesCode } from "../../oidc/authorization-request.ts";
import { listOrigins } from "../list-origins.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import type { PredictedRefusal } from "../predicted-refusal.ts";
import {
  type PredictedTokens,
  type Prediction,
  predict,
  type TokenPrediction,
} from "../prediction.ts";
import { writeRefusalHeadline } from "../prediction-headline.ts";
import {
  findEffectiveScopes,
  type RequestOfApp,
  type RequestToPredict,
} from "../request-to-predict.ts";
import { findRequestedScopes } from "../set-up-rules/allow-request.ts";
import type { TokenFlow } from "../set-up-rules/evaluate-claim.ts";
import { idTokenBaseClaims, thinClaimsOf } from "../standard-claims.ts";
import { findLikeliest, findSetUpRefusal } from "./find-set-up-refusal.ts";
import { type ClaimsContext, type Failure, predictClaims } from "./predict-claims.ts";
import { writeSetUpHeadline } from "./set-up-headline.ts";

/**
 * Predicts the response of an org with a known set-up. Without a user, the values of claims stay open.
 *
 * @param evaluatedFlow The flow for which the org evaluated the expressions.
 */
export function predictWithSetUp(
  original: RequestOfApp,
  setUp: OrgSetUp,
  evaluatedFlow: TokenFlow = original.responseType === "code" ? "code" : "implicit",
): Prediction {
  const request = { ...original, scopes: findRequestedScopes(original, setUp), isSetUpKnown: true };
  const { refusal: _, redirect, tokenEndpoint, userInfo, ...plain } = predict(request);
  const flow = usesCode(request.responseType) ? "code" : "implicit";
  const context: ClaimsContext = {
    request,
    setUp,
    evaluatedFlow,
    scopes: findEffectiveScopes(request),
  };
  const fromRedirect = predictTokens(redirect, "implicit", context);
  const fromEndpoint =
    tokenEndpoint && predictTokens(applyCodeFlow(tokenEndpoint, request, setUp), "code", context);
  const fromUserInfo = userInfo && predictClaims(userInfo, "userinfo", flow, context);
  const userInfoFailure =
    fromUserInfo?.failure?.likelihood === "possible" ? undefined : fromUserInfo?.failure;
  const refusal = findLikeliest([
    findSetUpRefusal(request, setUp),
    describeFailure(fromRedirect.failure),
    describeFailure(fromEndpoint?.failure, "The token endpoint issues no tokens for the code."),
  ]);

  const prediction: Prediction = {
    ...plain,
    origins: listOrigins(setUp),
    ...(refusal && { refusal }),
    redirect: fromRedirect.tokens,
    ...(fromEndpoint && { tokenEndpoint: fromEndpoint.tokens }),
    ...fromRedirect.tokens,
    ...fromEndpoint?.tokens,
    ...(fromUserInfo && !userInfoFailure && { userInfo: fromUserInfo.token }),
    notRequested: {
      ...plain.notRequested,
      ...(userInfoFailure && { userInfo: `It fails. ${userInfoFailure.because}` }),
    },
  };
  const headline = refusal
    ? writeRefusalHeadline(refusal)
    : writeSetUpHeadline(prediction, request, setUp.user);
  return { ...prediction, headline };
}

/** The demo org has a setting for the ID token of the code flow, because Okta's pages disagree. */
function applyCodeFlow(
  tokens: PredictedTokens,
  { server, scopes }: RequestToPredict,
  { codeFlowIdToken }: OrgSetUp,
): PredictedTokens {
  const { idToken } = tokens;
  if (!idToken || server.kind !== "org" || codeFlowIdToken !== "thin") return tokens;
  const because =
    "This demo org is set to a thin ID token in the code flow (Demo org > Export, import, reset).";
  const thin: TokenPrediction = {
    kind: "thin",
    claims: [...idTokenBaseClaims, ...thinClaimsOf(scopes), "at_hash"],
    groups: "no",
    because: idToken.groups === "no" ? idToken.because : because,
  };
  return { ...tokens, idToken: thin };
}

function predictTokens(
  { idToken, accessToken }: PredictedTokens,
  flow: TokenFlow,
  context: ClaimsContext,
): { tokens: PredictedTokens; failure: Failure | undefined } {
  const id = idToken && predictClaims(idToken, "id_token", flow, context);
  const access = accessToken && predictClaims(accessToken, "access_token", flow, context);
  return {
    tokens: { ...(id && { idToken: id.token }), ...(access && { accessToken: access.token }) },
    failure: access?.failure ?? id?.failure,
  };
}

/** @see Okta's error catalogue: too_many_groups_in_groups_claim, user_claim_evaluation_failure */
function describeFailure(
  failure: Failure | undefined,
  consequence?: string,
): PredictedRefusal | undefined {
  if (!failure) return undefined;
  const { claim, because, likelihood } = failure;
  return {
    error: "server_error",
    likelihood,
    reason: [because, consequence].filter(Boolean).join(" "),
    failedClaim: claim,
  };
}
