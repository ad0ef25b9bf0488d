import { nameFilterType } from "../filter-types.ts";
import { sendRequest } from "../groups-request.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import { explainIf } from "../refusal-reason.ts";
import { nameApp, type SetUpChange } from "../set-up-change.ts";
import { evaluateClaim, isMadeOfGroups } from "../set-up-rules/evaluate-claim.ts";
import { okta, type Source } from "../sources.ts";
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
import { everyGroupExpression, findValueProblem, type ValueProblem } from "./value-problem.ts";

type ValueCause = {
  source: Source;
  title: string | ((claim: string, problem: ValueProblem) => string);
  expected: string;
  steps: readonly string[];
  /** Texts for an unknown set-up. */
  possible?: { title: string; observed: string };
};

const checkGroups = "Check the user’s groups: Directory > People > the user > Groups.";

const causes: Record<ValueProblem["id"], ValueCause> = {
  no_matching_group: {
    source: okta.noMatchingGroup,
    title: (claim) => `No groups: no group of the user matches the claim ${claim}`,
    expected:
      "Okta leaves out a claim without a value, so your app must expect that the claim can be missing.",
    steps: [
      checkGroups,
      "Add the user to a group that matches, or widen the claim. The filter Matches regex with .* matches every Okta group.",
    ],
    possible: {
      title: "The user may be in no matching group",
      observed:
        "A group of the user must match the claim. Of the filters, only Matches regex is case-sensitive.",
    },
  },
  imported_groups: {
    source: okta.importedGroups,
    title: (claim) => `No groups: the claim ${claim} is a filter, and the groups are imported`,
    expected: "Filters match only Okta groups. An expression can return imported ones.",
    steps: [
      "Look at the source of the user’s groups: Directory > People > the user > Groups.",
      `Change the claim to an expression, such as ${everyGroupExpression}`,
    ],
    possible: {
      title: "The user’s groups may be imported",
      observed: "Groups can come from Active Directory, LDAP or another app.",
    },
  },
  filter_case: {
    source: okta.claimsApi,
    title: (claim) => `No groups: the filter of the claim ${claim} has the wrong case`,
    expected: "Matches regex is case-sensitive. The other filters are not.",
    steps: ["Write the names exactly, or use Starts with, Equals or Contains."],
    possible: {
      title: "The filter may have the wrong case",
      observed: "The claim may be a filter of the type Matches regex.",
    },
  },
  regex_in_plain_filter: {
    source: okta.claimsApi,
    title: (claim) => `No groups: the filter of the claim ${claim} expects plain text, not a regex`,
    expected:
      "Only Matches regex takes a regular expression. The other filters compare plain text.",
    steps: ["Choose Matches regex, or enter plain text."],
    possible: {
      title: "The filter may be a regex that Okta reads as plain text",
      observed:
        "In Starts with, Equals and Contains, .* matches only names that contain these two characters.",
    },
  },
  expression_nothing: {
    source: okta.expressionLanguage,
    title: (claim) =>
      `No groups: the expression of the claim ${claim} returns nothing for this user`,
    expected: "Okta leaves out a claim whose expression returns null.",
    steps: [
      checkGroups,
      "On a custom server, test the expression for this user on Token Preview.",
      "Check its group source, its prefix and its group IDs.",
      `For all groups: ${everyGroupExpression}`,
    ],
    possible: {
      title: "The claim’s expression may return nothing",
      observed: "An expression can be wrong without causing an error.",
    },
  },
  regex_in_expression: {
    source: okta.regexInGetGroups,
    title: (claim) =>
      `No groups: a group function of the claim ${claim} expects a prefix, not a regex`,
    expected: "The Groups functions and user.getGroups don’t evaluate regular expressions.",
    steps: [
      "Enter only the prefix. With Groups.startsWith, an empty string matches every group of the source.",
      "For a regular expression, use a filter of the type Matches regex.",
    ],
    possible: {
      title: "The claim’s expression may have a regex where Okta expects a prefix",
      observed: "A group function may have a pattern such as ^(A-|B-).* as its argument.",
    },
  },
  app_profile_missing: {
    source: okta.staticAllowlist,
    title: (claim, { missingProperty = "" }) =>
      `No groups: the claim ${claim} reads app.profile.${missingProperty}, which the app lacks`,
    expected: "The name is misspelt, or a later update of the app replaced its profile.",
    steps: [
      "Read the app with GET /api/v1/apps/{appId}, and compare its profile.",
      "Correct the expression, or send the app back with the property. Send the whole app: Okta removes what you leave out.",
    ],
    possible: {
      title: "The expression may read a property that the app lacks",
      observed:
        "A misspelt app.profile name is null, and a function that doesn’t accept null fails.",
    },
  },
  regex_matches_part: {
    source: okta.regexFilter,
    title: (claim) => `No groups: the regex of the claim ${claim} matches only part of a name`,
    expected:
      "In this org, a regex must match the whole name. Okta’s pages don’t say whether it must.",
    steps: ["Write .* where the name can go on, such as Sales.* for names that start with Sales."],
  },
  regex_not_supported: {
    source: okta.regexFilter,
    title: (claim) => `This org can’t evaluate the regular expression of the claim ${claim}`,
    expected:
      "The regex has syntax that this org doesn’t support, such as (?!…). Okta’s pages don’t say what Okta supports.",
    steps: ["Try it in your own Okta org, or write it without lookarounds and backreferences."],
  },
  invalid_regex: {
    source: okta.regexFilter,
    title: (claim) => `The regular expression of the claim ${claim} is not valid`,
    expected: "Okta can’t evaluate a regular expression that is not valid.",
    steps: ["Correct the regular expression. Start with .* and narrow it."],
    possible: {
      title: "The filter’s regular expression may not be valid",
      observed: "The claim may be a filter of the type Matches regex.",
    },
  },
  expression_limit: {
    source: okta.groupFunctionLimits,
    title: "A claim’s expression failed: its limit is above 100",
    expected: "Outside the authorization code flow, the limit of a group function is at most 100.",
    steps: ["Set the limit to 100 or less, or use the authorization code flow."],
    possible: {
      title: "The limit of a group function may be above 100",
      observed: "With a higher limit, Okta issues no token.",
    },
  },
  expression_null: {
    source: okta.expressionLanguage,
    title: "A claim’s expression failed: Arrays.flatten got null",
    expected:
      "The Groups functions return null if no group matches, and Arrays.flatten fails on that.",
    steps: ["Put ?: {} after each part that can be null."],
    possible: {
      title: "The expression may call Arrays.flatten with null",
      observed: "The user may be in no group that one of the functions looks for.",
    },
  },
  expression_failed: {
    source: okta.expressionLanguage,
    title: "A claim’s expression failed",
    expected: "Okta issues no token if an expression fails.",
    steps: ["Correct the expression. On a custom server, test it for this user on Token Preview."],
  },
};

function describeProblem(claim: PlacedClaim, problem: ValueProblem, setUp: OrgSetUp): Finding {
  const { title, expected, steps } = causes[problem.id];
  const { value } = claim;
  const written =
    value.kind === "filter"
      ? `the filter ${nameFilterType(value.type)} “${value.value}”`
      : `the expression “${value.expression}”`;
  const evaluation = value.kind === "expression" ? value.evaluation : undefined;
  const change = findChange(claim, problem, setUp);
  const content = problem.id === "expression_nothing" && describeEmpty(claim);
  return {
    title: typeof title === "string" ? title : title(claim.name, problem),
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
  const { source, expected, steps, possible } = causes[id];
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
  const { expected, steps, possible } = causes[id];
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
