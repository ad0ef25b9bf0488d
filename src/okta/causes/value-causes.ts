import { okta } from "../sources.ts";
import { findPlace } from "./app-causes.ts";
import type { Cause, Evidence, Finding } from "./cause.ts";
import { checkGroups, describeProblem } from "./describe-problem.ts";
import { locateApp } from "./exclusion.ts";
import { isCustomWithoutGroups } from "./server-evidence.ts";
import type { ValueProblem } from "./value-problem.ts";

/** A claim that the set-up includes, but whose value is nothing for this user. */
function proveProblem(id: ValueProblem["id"]): Cause["find"] {
  return (evidence) => {
    for (const exclusion of Object.values(evidence.exclusions)) {
      if (exclusion?.kind === "value" && exclusion.problem.id === id) {
        return describeProblem(exclusion.claim, exclusion.problem, evidence);
      }
    }
    return undefined;
  };
}

/** What an admin can check where the set-up is not known. */
type Check = Pick<Finding, "title" | "observed" | "expected" | "steps">;

/** Proven by the set-up, or possible without it. */
function buildCause(id: ValueProblem["id"], source: Cause["source"], check: Check): Cause {
  return {
    id,
    source,
    find: (evidence) =>
      proveProblem(id)(evidence) ??
      (isUnexplained(evidence)
        ? {
            ...check,
            certainty: "possible",
            whoActs: "okta-admin",
            consolePath: locatePossible(evidence),
          }
        : undefined),
  };
}

const noMatchingGroup = buildCause("no_matching_group", okta.noMatchingGroup, {
  title: "The user may have no matching group",
  observed: "Okta leaves out claims without a value.",
  expected:
    "A group of the user must match the claim. Of the filters, only Matches regex is case-sensitive.",
  steps: [
    checkGroups,
    "If the claim is a filter, set it to Matches regex with .* and send again. If it is an expression, check what it returns.",
  ],
});

const importedGroups = buildCause("imported_groups", okta.importedGroups, {
  title: "The user’s groups may be imported",
  observed: "Groups can come from Active Directory, LDAP or another app.",
  expected: "Filters match only Okta groups. An expression can return imported ones.",
  steps: [
    "Look at the source of the user’s groups: Directory > People > the user > Groups.",
    "Change the claim to an expression, such as user.getGroups({'group.type': {'OKTA_GROUP', 'BUILT_IN', 'APP_GROUP'}}).![name]",
  ],
});

const filterCase = buildCause("filter_case", okta.claimsApi, {
  title: "The filter may have the wrong case",
  observed: "Matches regex is case-sensitive.",
  expected: "Starts with, Equals and Contains ignore the case.",
  steps: ["Set the filter to Matches regex with .* first, then narrow it."],
});

const regexInPlainFilter = buildCause("regex_in_plain_filter", okta.claimsApi, {
  title: "The filter may be a regex that is read as plain text",
  observed: "Starts with, Equals and Contains take plain text.",
  expected: "A regular expression typed into them matches nothing.",
  steps: ["Choose Matches regex, or enter plain text."],
});

const expressionNothing = buildCause("expression_nothing", okta.expressionLanguage, {
  title: "The claim’s expression may return nothing",
  observed: "An expression can be wrong without an error.",
  expected: "Okta leaves out a claim whose expression returns null.",
  steps: [
    "On a custom server, test the expression for this user on Token Preview.",
    "Check its group source, its prefix and its group IDs.",
  ],
});

const regexInExpression = buildCause("regex_in_expression", okta.regexInGetGroups, {
  title: "The claim’s expression may have a regex where it takes a prefix",
  observed: "The Groups functions and user.getGroups compare plain text.",
  expected: "A regular expression in them matches nothing.",
  steps: [
    "Enter the prefix alone. An empty text matches every group.",
    "For a regular expression, use a filter of the type Matches regex.",
  ],
});

const appProfileMissing = buildCause("app_profile_missing", okta.staticAllowlist, {
  title: "The expression may read a property that the app lacks",
  observed: "A misspelt app.profile name is empty, without an error.",
  expected: "An update of the app that leaves out its profile removes it.",
  steps: ["Compare the names after app.profile. with the app’s profile: GET /api/v1/apps/{appId}."],
});

/** Settings of the claim can explain it, and they are not known. */
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

function proven(id: ValueProblem["id"], source: Cause["source"]): Cause {
  return { id, source, find: proveProblem(id) };
}

/** The set-up would include groups, and the token was issued without them. */
const setUpChanged: Cause = {
  id: "set_up_changed",
  source: okta.groupsClaim,
  find: ({ exclusions, run }) => {
    const included = Object.values(exclusions).find((it) => it?.kind === "included");
    if (!included || !run.setUp) return undefined;
    return {
      title: "No groups in this token, but a new one would have them",
      observed: "The org’s set-up or the user’s groups have changed since the token was issued.",
      expected: "A token keeps what was true when Okta issued it.",
      certainty: "likely",
      whoActs: "you",
      steps: ["Send the request again."],
      change: { label: "Send the request again", kind: "send_request", request: {} },
    };
  },
};

/** Without the org's set-up: a token is older than a change. */
const oldToken: Cause = {
  id: "set_up_changed",
  source: okta.groupsClaim,
  find: (evidence) =>
    isUnexplained(evidence)
      ? {
          title: "The token may be older than a change",
          observed: "A token keeps what was true when Okta issued it.",
          expected: "A new membership, or a change of the app, shows in a new token only.",
          certainty: "possible",
          whoActs: "you",
          steps: [
            "After a change of the app: Applications and Resources > Applications > More > Refresh Application Data.",
            "Sign in again.",
          ],
        }
      : undefined,
};

/** Likeliest first. */
export const frequentValueCauses = [
  noMatchingGroup,
  importedGroups,
  filterCase,
  regexInPlainFilter,
] as const;

export const rareValueCauses: readonly Cause[] = [
  expressionNothing,
  regexInExpression,
  appProfileMissing,
  proven("invalid_regex", okta.regexFilter),
  proven("expression_limit", okta.groupFunctionLimits),
  proven("expression_null", okta.expressionLanguage),
  proven("expression_failed", okta.expressionLanguage),
  setUpChanged,
  oldToken,
];
