import { isMadeOfGroups } from "../causes/value-problem.ts";
import type { AppSetUp, ClaimSetUp, OrgSetUp } from "../org-set-up.ts";
import type { TokenPrediction } from "../prediction.ts";
import type { RequestToPredict } from "../request-to-predict.ts";
import { type ClaimOutcome, evaluateClaim, maxGroups, type TokenFlow } from "./evaluate-claim.ts";

export type ClaimsContext = {
  request: RequestToPredict;
  setUp: OrgSetUp;
  scopes: ReadonlySet<string>;
  evaluatedFlow: TokenFlow;
};

type Place = "id_token" | "access_token" | "userinfo";

export type Failure = Extract<ClaimOutcome, { kind: "fails" }>;

type PredictedClaims = {
  token: TokenPrediction;
  /** A claim can't be evaluated: nothing is returned then. */
  failure?: Failure;
};

/** Refines the prediction of a token, or of UserInfo, by the claims that are set up. */
export function predictClaims(
  plain: TokenPrediction,
  place: Place,
  flow: TokenFlow,
  context: ClaimsContext,
): PredictedClaims {
  const { request, setUp } = context;
  if (request.server.kind === "custom") return predictServerClaims(plain, place, flow, context);
  if (place === "access_token" || !setUp.app) return { token: plain };
  return addUnifiedClaims(predictAppClaim(plain, flow, setUp.app, context), flow, setUp);
}

/** Unverified: whether a unified claim needs a scope or is limited to 100 groups, and whether thin ID tokens and UserInfo have it. @see Okta: Federated claims with entitlements */
function addUnifiedClaims(
  predicted: PredictedClaims,
  flow: TokenFlow,
  { app, user }: OrgSetUp,
): PredictedClaims {
  const { token, failure } = predicted;
  const claim = app?.unifiedClaims?.find(({ expression }) =>
    isMadeOfGroups({ kind: "expression", expression, evaluation: undefined }),
  );
  if (!claim) return predicted;
  const isOverLimit = flow === "implicit" && user !== undefined && user.groups.length > maxGroups;
  const possible: Failure = {
    kind: "fails",
    likelihood: "possible",
    because: `${user?.login} has more than ${maxGroups} groups, and the unified claim ${claim.name} may list them all.`,
  };
  const because = `Okta’s pages don’t say which tokens have the unified claim ${claim.name}.`;
  return {
    token: token.groups === "yes" ? token : { ...token, groups: "depends", because },
    ...(failure ? { failure } : isOverLimit && { failure: possible }),
  };
}

function predictAppClaim(
  plain: TokenPrediction,
  flow: TokenFlow,
  app: AppSetUp,
  { request, setUp, evaluatedFlow }: ClaimsContext,
): PredictedClaims {
  const claim = app.groupsClaim;
  if (plain.groups === "no") {
    const isScopeMissing = plain.kind !== "thin" && !request.scopes.includes("groups");
    return claim && claim.name !== "groups" && isScopeMissing
      ? {
          token: {
            ...plain,
            groups: "depends",
            because: `Okta’s pages don’t say whether the claim ${claim.name} needs the groups scope.`,
          },
        }
      : { token: plain };
  }
  if (!claim) {
    const because = `The app ${app.label} has no groups claim.`;
    return { token: { ...plain, groups: "no", because } };
  }
  const outcome = evaluateClaim(claim, setUp, flow, evaluatedFlow);
  switch (outcome.kind) {
    case "groups":
      return {
        token: {
          ...plain,
          ...(plain.groups === "yes" && { because: outcome.because }),
          groupsClaims: [{ name: claim.name, groups: outcome.groups }],
        },
      };
    case "unknown":
      // Without a user, the app's groups claim decides, as the plain prediction says.
      return {
        token: setUp.user ? { ...plain, groups: "depends", because: outcome.because } : plain,
      };
    case "other": {
      const { because } = outcome;
      return { token: { ...plain, claims: [...plain.claims, claim.name], groups: "no", because } };
    }
    case "nothing":
      return { token: { ...plain, groups: "no", because: outcome.because } };
    case "fails":
      return { token: { ...plain, groups: "depends", because: outcome.because }, failure: outcome };
    default:
      return outcome satisfies never;
  }
}

type Examined = {
  claim: ClaimSetUp;
  outcome: ClaimOutcome | { kind: "left_out"; isOfPlace: boolean; because: string };
};

function predictServerClaims(
  plain: TokenPrediction,
  place: Place,
  flow: TokenFlow,
  { setUp, scopes, evaluatedFlow }: ClaimsContext,
): PredictedClaims {
  const isThin = plain.kind === "thin";
  const examined: readonly Examined[] = (setUp.server?.claims ?? []).map((claim) => ({
    claim,
    outcome:
      explainLeftOut(claim, place, isThin, scopes) ??
      evaluateClaim(claim, setUp, flow, evaluatedFlow),
  }));
  const failure = examined.map(({ outcome }) => outcome).find((it) => it.kind === "fails");
  const others = examined
    .filter(({ outcome }) => outcome.kind === "other")
    .map(({ claim }) => claim.name);
  const claims = [...new Set([...plain.claims, ...others])];
  return {
    token: { ...plain, claims, ...summarize(examined, place) },
    ...(failure && { failure }),
  };
}

/** @see Okta: Authorization Servers API, OAuth2Claim (`status`, `claimType`, `conditions`, `alwaysIncludeInToken`) */
function explainLeftOut(
  { name, token, isActive, isAlways, scopes }: ClaimSetUp,
  place: Place,
  isThin: boolean,
  grantedScopes: ReadonlySet<string>,
): Examined["outcome"] | undefined {
  const leaveOut = (because: string, isOfPlace = true) =>
    ({ kind: "left_out", isOfPlace, because }) as const;
  const isForAccessTokens = token === "access_token";
  if (isForAccessTokens !== (place === "access_token")) {
    const kind = isForAccessTokens ? "access tokens" : "ID tokens and UserInfo";
    return leaveOut(`The claim ${name} is for ${kind} only.`, false);
  }
  if (!isActive) return leaveOut(`The claim ${name} is disabled.`);
  if (scopes.length > 0 && !scopes.some((scope) => grantedScopes.has(scope))) {
    return leaveOut(`The claim ${name} needs the scope ${scopes.join(" or ")}.`);
  }
  return isThin && !isAlways
    ? leaveOut(`An access token comes with it, and the claim ${name} is not set to Always.`)
    : undefined;
}

function summarize(
  examined: readonly Examined[],
  place: Place,
): Pick<TokenPrediction, "groups" | "because" | "groupsClaims"> {
  const found = examined.flatMap(({ claim, outcome }) =>
    outcome.kind === "groups" ? [{ ...outcome, name: claim.name }] : [],
  );
  const [first] = found;
  if (first) {
    const groupsClaims = found.map(({ name, groups }) => ({ name, groups }));
    return { groups: "yes", because: first.because, groupsClaims };
  }
  const reasons = examined
    .filter(({ claim }) => isMadeOfGroups(claim.value))
    .map(({ outcome }) => outcome);
  const unknown = reasons.find((it) => it.kind === "unknown" || it.kind === "fails");
  if (unknown) return { groups: "depends", because: unknown.because, groupsClaims: [] };
  const ofPlace = reasons.find(
    (it) =>
      it.kind === "nothing" || it.kind === "other" || (it.kind === "left_out" && it.isOfPlace),
  );
  const reason = ofPlace ?? reasons.find((it) => it.kind === "left_out");
  return {
    groups: "no",
    groupsClaims: [],
    because:
      reason && "because" in reason
        ? reason.because
        : `The server has no ${place === "access_token" ? "access token" : "ID token"} claim for groups.`,
  };
}
