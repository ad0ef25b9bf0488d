import { type Exclusion, findServerExclusions } from "../causes/exclusion.ts";
import type { AppSetUp, ClaimSetUp, OrgSetUp } from "../org-set-up.ts";
import type { TokenPrediction } from "../prediction.ts";
import type { RequestToPredict } from "../request-to-predict.ts";
import {
  type ClaimOutcome,
  type ExcludingSetting,
  evaluateClaim,
  findExcludingSetting,
  isMadeOfGroups,
  maxGroups,
  type TokenFlow,
} from "../set-up-rules/evaluate-claim.ts";

export type ClaimsContext = {
  request: RequestToPredict;
  setUp: OrgSetUp;
  scopes: readonly string[];
  evaluatedFlow: TokenFlow;
};

type Place = "id_token" | "access_token" | "userinfo";

export type Failure = Extract<ClaimOutcome, { kind: "fails" }>;

type PredictedClaims = {
  token: TokenPrediction;
  /** Set if a claim can't be evaluated. Then Okta returns no token. */
  failure?: Failure;
};

/** Refines the prediction of a token or UserInfo with the claims of the set-up. */
export function predictClaims(
  plain: TokenPrediction,
  place: Place,
  flow: TokenFlow,
  context: ClaimsContext,
): PredictedClaims {
  const { request, setUp } = context;
  if (request.server.kind === "custom") return predictServerClaims(plain, place, flow, context);
  if (place === "access_token" || !setUp.app) return { token: plain };
  const predicted = predictAppClaim(plain, flow, setUp.app, context);
  const claim = setUp.app.groupsClaim;
  const isOfGroups = claim && isMadeOfGroups(claim.value);
  const token = { ...predicted.token, ...(isOfGroups && { groupsName: claim.name }) };
  return addUnifiedClaims({ ...predicted, token }, flow, setUp);
}

/**
 * Adds that a unified claim may list groups.
 *
 * Unverified: whether a unified claim needs a scope or is limited to 100 groups, and whether thin ID tokens and UserInfo
 * have the claim.
 *
 * @see Okta: Federated claims with entitlements
 */
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
    claim: claim.name,
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
    if (!claim) return { token: { ...plain, groupsClaims: [] } };
    if (claim.name === "groups" || !isScopeMissing) return { token: plain };
    const because = `Okta’s pages don’t say whether the claim ${claim.name} needs the groups scope.`;
    return { token: { ...plain, groups: "depends", because } };
  }
  if (!claim) {
    const because = `The app ${app.label} has no groups claim.`;
    return { token: { ...plain, groups: "no", because } };
  }
  const outcome = evaluateClaim(claim, setUp, flow, evaluatedFlow);
  const { because } = outcome;
  switch (outcome.kind) {
    case "groups": {
      const groupsClaims = [{ name: claim.name, groups: outcome.groups }];
      const isOpen = plain.groups !== "yes";
      return { token: { ...plain, ...(!isOpen && { because }), groupsClaims } };
    }
    case "unknown":
      // Without a user, the plain prediction already says that the app's groups claim decides.
      return { token: setUp.user ? { ...plain, groups: "depends", because } : plain };
    case "other":
      return { token: { ...plain, claims: [...plain.claims, claim.name], groups: "no", because } };
    case "nothing":
      return { token: { ...plain, groups: "no", because } };
    case "fails":
      return { token: { ...plain, groups: "depends", because }, failure: outcome };
    default:
      return outcome satisfies never;
  }
}

type Examined = {
  claim: ClaimSetUp;
  outcome: ClaimOutcome | { kind: ExcludingSetting; because: string };
};

function predictServerClaims(
  plain: TokenPrediction,
  place: Place,
  flow: TokenFlow,
  { setUp, scopes, evaluatedFlow }: ClaimsContext,
): PredictedClaims {
  const token = place === "access_token" ? "access_token" : "id_token";
  const isThin = plain.kind === "thin";
  const examined = (setUp.server?.claims ?? []).map((claim): Examined => {
    const kind = findExcludingSetting(claim, { token, isThin, scopes });
    const outcome = kind
      ? { kind, because: excludingSettingTexts[kind](claim) }
      : evaluateClaim(claim, setUp, flow, evaluatedFlow);
    return { claim, outcome };
  });
  const named = findNamed(examined, findServerExclusions({ setUp, scopes, token, isThin }));
  const failure = examined.map(({ outcome }) => outcome).find((it) => it.kind === "fails");
  const others = examined.flatMap(({ claim, outcome }) =>
    outcome.kind === "other" ? claim.name : [],
  );
  const claims = [...new Set([...plain.claims, ...others])];
  return {
    token: { ...plain, claims, ...summarize(examined, token, named) },
    ...(failure && { failure }),
  };
}

/** Finds the claim that the verdict on such a response would name. */
function findNamed(
  examined: readonly Examined[],
  [exclusion]: readonly Exclusion[],
): Examined | undefined {
  const claim = exclusion && "claim" in exclusion ? exclusion.claim : undefined;
  return examined.find((it) => claim && "id" in claim && it.claim.id === claim.id);
}

const excludingSettingTexts: Record<ExcludingSetting, (claim: ClaimSetUp) => string> = {
  other_token: ({ name, token }) =>
    `The claim ${name} is for ${token === "access_token" ? "access tokens" : "ID tokens and UserInfo"} only.`,
  inactive: ({ name }) => `The claim ${name} is disabled.`,
  scope: ({ name, scopes }) => `The claim ${name} needs the scope ${scopes.join(" or ")}.`,
  not_always: ({ name }) =>
    `An access token comes with it, and the claim ${name} is not set to Always.`,
};

function summarize(
  examined: readonly Examined[],
  token: ClaimSetUp["token"],
  named: Examined | undefined,
): Pick<TokenPrediction, "groups" | "because" | "groupsClaims" | "groupsName" | "isOnOtherToken"> {
  const found = examined.flatMap(({ claim, outcome }) =>
    outcome.kind === "groups" ? [{ ...outcome, name: claim.name }] : [],
  );
  const [first] = found;
  if (first) {
    const groupsClaims = found.map(({ name, groups }) => ({ name, groups }));
    const groupsName = groupsClaims.map(({ name }) => name).join(", ");
    return { groups: "yes", because: first.because, groupsClaims, groupsName };
  }
  const reasons = examined
    .filter(({ claim }) => isMadeOfGroups(claim.value))
    .map(({ outcome }) => outcome);
  const unknown = reasons.find(({ kind }) => kind === "unknown" || kind === "fails");
  if (unknown) return { groups: "depends", because: unknown.because, groupsClaims: [] };
  const reason = named?.outcome ?? reasons[0];
  const kindOfToken = token === "access_token" ? "access token" : "ID token";
  return {
    groups: "no",
    groupsClaims: [],
    because: reason?.because ?? `The server has no ${kindOfToken} claim for groups.`,
    ...(reason?.kind === "other_token" && { isOnOtherToken: true }),
  };
}
