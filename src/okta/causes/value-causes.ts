import { okta, type Source } from "../sources.ts";
import { findPlace } from "./app-causes.ts";
import { type Cause, type Evidence, type Explanation, possibleForAdmin } from "./cause.ts";
import { checkGroups, describeProblem } from "./describe-problem.ts";
import { locateApp } from "./exclusion.ts";
import { isCustomWithoutGroups } from "./server-evidence.ts";
import type { ValueProblem } from "./value-problem.ts";

/** Proven by the set-up. Without it possible, if there is an explanation for that. */
function buildCause(id: ValueProblem["id"], source: Source, explanation?: Explanation): Cause {
  return {
    id,
    source,
    find: (evidence) => {
      for (const exclusion of Object.values(evidence.exclusions)) {
        if (exclusion?.kind === "value" && exclusion.problem.id === id) {
          return describeProblem(exclusion.claim, exclusion.problem, evidence);
        }
      }
      return explanation && isUnexplained(evidence)
        ? { ...explanation, ...possibleForAdmin, consolePath: locatePossible(evidence) }
        : undefined;
    },
  };
}

/** Only unknown settings of the claim can explain it. */
function isUnexplained(evidence: Evidence): boolean {
  if (evidence.run.setUp) {
    return Object.values(evidence.exclusions).some((it) => it?.kind === "unknown");
  }
  if (findPlace(evidence)) return true;
  return (
    isCustomWithoutGroups(evidence) && !evidence.found.some(({ where }) => where === "UserInfo")
  );
}

function locatePossible({ run }: Evidence): string {
  return run.server.kind === "org"
    ? locateApp({ label: "the app" })
    : "Security > API > the server > Claims";
}

const setUpChanged: Cause = {
  id: "set_up_changed",
  source: okta.groupsClaim,
  find: ({ exclusions, run }) => {
    const included = Object.values(exclusions).find((it) => it?.kind === "included");
    if (!included || !run.setUp) return undefined;
    return {
      title: "No groups in this token, but a new one would have them",
      observed: "The org’s set-up or the user’s groups have changed since the token was issued.",
      expected: "A token doesn’t change after Okta issues it.",
      certainty: "likely",
      whoActs: "you",
      steps: ["Send the request again."],
      change: { label: "Send the request again", kind: "send_request", request: {} },
    };
  },
};

const oldToken: Cause = {
  id: "set_up_changed",
  source: okta.groupsClaim,
  find: (evidence) =>
    isUnexplained(evidence)
      ? {
          title: "The token may be older than a change",
          observed: "A token doesn’t change after Okta issues it.",
          expected: "Changes to the app or to the user’s groups show only in new tokens.",
          certainty: "possible",
          whoActs: "you",
          steps: [
            "After you change the app: Applications and Resources > Applications > More > Refresh Application Data.",
            "Sign in again.",
          ],
        }
      : undefined,
};

/** Likeliest first, as in the list after it. */
export const frequentValueCauses: readonly Cause[] = [
  buildCause("no_matching_group", okta.noMatchingGroup, {
    title: "The user may be in no matching group",
    observed: "Okta leaves out claims without a value.",
    expected:
      "A group of the user must match the claim. Of the filters, only Matches regex is case-sensitive.",
    steps: [
      checkGroups,
      "If the claim is a filter, set it to Matches regex with .* and send again. If it is an expression, check what it returns.",
    ],
  }),
  buildCause("imported_groups", okta.importedGroups, {
    title: "The user’s groups may be imported",
    observed: "Groups can come from Active Directory, LDAP or another app.",
    expected: "Filters match only Okta groups. An expression can return imported ones.",
    steps: [
      "Look at the source of the user’s groups: Directory > People > the user > Groups.",
      "Change the claim to an expression, such as user.getGroups({'group.type': {'OKTA_GROUP', 'BUILT_IN', 'APP_GROUP'}}).![name]",
    ],
  }),
  buildCause("filter_case", okta.claimsApi, {
    title: "The filter may have the wrong case",
    observed: "Matches regex is case-sensitive.",
    expected: "Starts with, Equals and Contains ignore the case.",
    steps: ["Set the filter to Matches regex with .* first, then narrow it."],
  }),
  buildCause("regex_in_plain_filter", okta.claimsApi, {
    title: "The filter may be a regex that Okta reads as plain text",
    observed: "Starts with, Equals and Contains take plain text.",
    expected: "A regular expression typed into them matches nothing.",
    steps: ["Choose Matches regex, or enter plain text."],
  }),
];

export const rareValueCauses: readonly Cause[] = [
  buildCause("expression_nothing", okta.expressionLanguage, {
    title: "The claim’s expression may return nothing",
    observed: "An expression can be wrong without causing an error.",
    expected: "Okta leaves out a claim whose expression returns null.",
    steps: [
      "On a custom server, test the expression for this user on Token Preview.",
      "Check its group source, its prefix and its group IDs.",
    ],
  }),
  buildCause("regex_in_expression", okta.regexInGetGroups, {
    title: "The claim’s expression may have a regex where Okta expects a prefix",
    observed: "The Groups functions and user.getGroups compare plain text.",
    expected: "A regular expression in them matches nothing.",
    steps: [
      "Enter only the prefix. An empty string matches every group.",
      "For a regular expression, use a filter of the type Matches regex.",
    ],
  }),
  buildCause("app_profile_missing", okta.staticAllowlist, {
    title: "The expression may read a property that the app lacks",
    observed: "A misspelt app.profile name is empty, without an error.",
    expected: "An update of the app that leaves out its profile removes it.",
    steps: [
      "Compare the names after app.profile. with the app’s profile: GET /api/v1/apps/{appId}.",
    ],
  }),
  buildCause("invalid_regex", okta.regexFilter),
  buildCause("expression_limit", okta.groupFunctionLimits),
  buildCause("expression_null", okta.expressionLanguage),
  buildCause("expression_failed", okta.expressionLanguage),
  setUpChanged,
  oldToken,
];
