import { explainIf } from "../explain-refusal.ts";
import { nameFilterType } from "../filter-types.ts";
import { sendRequest } from "../groups-request.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import { nameApp, type SetUpChange } from "../set-up-change.ts";
import { evaluateClaim, isMadeOfGroups } from "../set-up-rules/evaluate-claim.ts";
import { okta } from "../sources.ts";
import { describeContent, findPlace } from "./app-causes.ts";
import { type Cause, cause, type Evidence, type Finding } from "./cause.ts";
import { nameEqualClaims } from "./equal-claims.ts";
import {
  changeValue,
  listClaims,
  locateApp,
  locateClaim,
  locateClaims,
  type PlacedClaim,
} from "./exclusion.ts";
import { isCustomWithoutGroups, isFoundIn, listEveryGroup } from "./server-evidence.ts";
import { valueCauseTexts } from "./value-cause-texts.ts";
import { findValueProblem, type ValueProblem } from "./value-problem.ts";

function describeProblem(claim: PlacedClaim, problem: ValueProblem, setUp: OrgSetUp): Finding {
  const { name, expected, steps } = valueCauseTexts[problem.id];
  const { value } = claim;
  const written =
    value.kind === "filter"
      ? `the filter ${nameFilterType(value.type)} “${value.value}”`
      : `the expression “${value.expression}”`;
  const evaluation = value.kind === "expression" ? value.evaluation : undefined;
  const change = findChange(claim, problem, setUp);
  const content = problem.id === "expression_nothing" && describeEmpty(claim);
  return {
    claim: claim.name,
    ...name(claim.name, problem),
    observed: content || `The claim ${claim.name} has ${written}. ${listGroups(setUp)}`,
    expected:
      evaluation?.kind === "failed" ? `${expected} The org says: ${evaluation.message}` : expected,
    steps: content ? emptySteps : steps,
    consolePath: locateClaim(claim),
    ...(change && { setUpChange: change }),
  };
}

const emptySteps = [
  "Give it a value for this user. Or change the claim to a filter, such as Matches regex with the value .* for all Okta groups.",
];

/** Describes an expression that calls no groups function. */
function describeEmpty({ name, value }: PlacedClaim): string | undefined {
  return isMadeOfGroups(value) ? undefined : describeContent(`The claim ${name}`, value);
}

function listGroups({ user }: OrgSetUp): string {
  const names = user?.groups.map(({ name }) => name) ?? [];
  if (names.length === 0) return "The user is in no group.";
  if (names.length > 5) return `The user is in ${names.length} groups.`;
  return `The user is in ${new Intl.ListFormat("en").format(names)}.`;
}

function findChange(
  claim: PlacedClaim,
  { fix, missingProperty }: ValueProblem,
  { app, user }: OrgSetUp,
): SetUpChange | undefined {
  if (fix) return changeValue(claim, fix);
  const ids = user?.groups.filter(({ isImported }) => !isImported).map(({ id }) => id);
  if (missingProperty !== undefined && app && ids?.length) {
    return { kind: "change_app", app: nameApp(app), to: { profile: { [missingProperty]: ids } } };
  }
  const isFailed = claim.value.kind === "expression" && claim.value.evaluation?.kind === "failed";
  // The failing claim would still make the request fail, even with another claim.
  return isFailed && claim.of === "server" ? undefined : listEveryGroup(claim);
}

/**
 * Builds the cause of a claim without groups.
 *
 * @param isPossible Whether the cause is listed as possible if the set-up is unknown. False for problems that make the
 *   whole request fail.
 */
function whereMissing(id: ValueProblem["id"], isPossible = true): Cause {
  const { source, expected, steps, possible } = valueCauseTexts[id];
  return cause(id, source, (evidence) => {
    const { setUp } = evidence.run;
    const proven = evidence.exclusions.find((it) => it.kind === "value" && it.problem.id === id);
    if (setUp && proven?.kind === "value") {
      const finding = describeProblem(proven.claim, proven.problem, setUp);
      const equal = nameEqualClaims(proven, evidence.exclusions);
      return { ...finding, observed: `${finding.observed} ${equal}`.trim() };
    }
    if (!isPossible || !possible || !isUnexplained(evidence)) return undefined;
    const consolePath =
      evidence.run.server.kind === "org"
        ? locateApp({ label: "the app" })
        : locateClaims("the server");
    return { ...possible, expected, steps, certainty: "possible", consolePath };
  });
}

/** Whether only unknown settings of the claim can explain the missing groups. */
function isUnexplained(evidence: Evidence): boolean {
  if (evidence.run.setUp) return evidence.exclusions.some(({ kind }) => kind === "unknown");
  if (findPlace(evidence)) return true;
  return isCustomWithoutGroups(evidence) && !isFoundIn(evidence, "UserInfo");
}

const setUpChanged = cause(
  "set_up_changed",
  okta.groupsClaim,
  ({ exclusions }) =>
    exclusions.some(({ kind }) => kind === "included") && {
      title: "No groups in this token, but a new one would have them",
      observed: "The org’s set-up or the user’s groups have changed since the token was issued.",
      expected: "A token doesn’t change after Okta issues it.",
      certainty: "likely",
      whoActs: "you",
      steps: ["Send the request again."],
      change: sendRequest("Send the request again", {}),
    },
);

const oldToken = cause(
  "set_up_changed",
  okta.groupsClaim,
  (evidence) =>
    isUnexplained(evidence) && {
      title: "The token may be older than a change",
      observed: "A token doesn’t change after Okta issues it.",
      expected: "Changes to the app or to the user’s groups show only in new tokens.",
      certainty: "possible",
      whoActs: "you",
      steps: [
        "After you change the app: Applications and Resources > Applications > More > Refresh Application Data.",
        "Sign in again.",
      ],
    },
);

/** Likeliest first, as in `rareValueCauses`. */
export const frequentValueCauses: readonly Cause[] = [
  whereMissing("no_matching_group"),
  whereMissing("imported_groups"),
  whereMissing("filter_case"),
  whereMissing("regex_in_plain_filter"),
  whereMissing("regex_matches_part"),
];

export const rareValueCauses: readonly Cause[] = [
  whereMissing("expression_nothing"),
  whereMissing("regex_in_expression"),
  whereMissing("app_profile_missing"),
  whereMissing("invalid_regex", false),
  whereMissing("regex_not_supported", false),
  whereMissing("expression_limit", false),
  whereMissing("expression_null", false),
  whereMissing("expression_failed", false),
  setUpChanged,
  oldToken,
];

/** Builds the cause of a claim that Okta could not evaluate. The set-up can prove the exact problem. */
function whereRefused(id: ValueProblem["id"]): Cause {
  const { expected, steps, possible } = valueCauseTexts[id];
  return cause(id, okta.groupFunctionLimits, (evidence) => {
    const explained = explainIf(evidence, /user claim could not be evaluated/);
    const proven = explained && proveFailure(evidence);
    if (proven) return proven.id === id ? { ...explained, ...proven.finding } : undefined;
    if (id === "expression_failed") return explained;
    return explained && possible && !evidence.run.setUp
      ? { ...possible, expected, steps, certainty: "possible" }
      : undefined;
  });
}

function proveFailure({ run: { refusal, setUp } }: Evidence) {
  const name = /The '(?<name>[^']*)' user claim/.exec(refusal?.description ?? "")?.groups?.name;
  if (!setUp || name === undefined) return undefined;
  const failed = listClaims(setUp, ({ isActive }) => isActive).find(
    (claim) => claim.name === name && evaluateClaim(claim, setUp, "code", "code").kind === "fails",
  );
  if (!failed) return undefined;
  const problem = findValueProblem(failed.value, setUp);
  return { id: problem.id, finding: describeProblem(failed, problem, setUp) };
}

export const failedClaimCauses: readonly Cause[] = [
  whereRefused("expression_failed"),
  whereRefused("expression_limit"),
  whereRefused("expression_null"),
  whereRefused("app_profile_missing"),
  whereRefused("invalid_regex"),
  whereRefused("regex_not_supported"),
];
