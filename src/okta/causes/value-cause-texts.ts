import { okta, type Source } from "../sources.ts";
import { type Finding, noGroups } from "./cause.ts";
import { everyGroupExpression, type ValueProblem } from "./value-problem.ts";

type ValueCauseTexts = {
  source: Source;
  /** @param claim The name of the claim. */
  name: (claim: string, problem: ValueProblem) => Pick<Finding, "title" | "because">;
  expected: string;
  steps: readonly string[];
  /** Texts for an unknown set-up. */
  possible?: { title: string; observed: string };
};

const checkGroups = "Check the user’s groups: Directory > People > the user > Groups.";

/** What can be wrong with a claim's value, and how to fix it. */
export const valueCauseTexts: Record<ValueProblem["id"], ValueCauseTexts> = {
  no_matching_group: {
    source: okta.noMatchingGroup,
    name: (claim) => noGroups(`no group of the user matches the claim ${claim}`),
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
    name: (claim) => noGroups(`the claim ${claim} is a filter, and the groups are imported`),
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
    name: (claim) => noGroups(`the filter of the claim ${claim} has the wrong case`),
    expected: "Matches regex is case-sensitive. The other filters are not.",
    steps: ["Write the names exactly, or use Starts with, Equals or Contains."],
    possible: {
      title: "The filter may have the wrong case",
      observed: "The claim may be a filter of the type Matches regex.",
    },
  },
  regex_in_plain_filter: {
    source: okta.claimsApi,
    name: (claim) => noGroups(`the filter of the claim ${claim} expects plain text, not a regex`),
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
    name: (claim) => noGroups(`the expression of the claim ${claim} returns nothing for this user`),
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
    name: (claim) =>
      noGroups(`a group function of the claim ${claim} expects a prefix, not a regex`),
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
    name: (claim, { missingProperty = "" }) =>
      noGroups(`the claim ${claim} reads app.profile.${missingProperty}, which the app lacks`),
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
    name: (claim) => noGroups(`the regex of the claim ${claim} matches only part of a name`),
    expected:
      "In this org, a regex must match the whole name. Okta’s pages don’t say whether it must.",
    steps: ["Write .* where the name can go on, such as Sales.* for names that start with Sales."],
  },
  regex_not_supported: {
    source: okta.regexFilter,
    name: (claim) => ({
      title: `This org can’t evaluate the regular expression of the claim ${claim}`,
    }),
    expected:
      "The regex has syntax that this org doesn’t support, such as (?!…). Okta’s pages don’t say what Okta supports.",
    steps: ["Try it in your own Okta org, or write it without lookarounds and backreferences."],
  },
  invalid_regex: {
    source: okta.regexFilter,
    name: (claim) => ({ title: `The regular expression of the claim ${claim} is not valid` }),
    expected: "Okta can’t evaluate a regular expression that is not valid.",
    steps: ["Correct the regular expression. Start with .* and narrow it."],
    possible: {
      title: "The filter’s regular expression may not be valid",
      observed: "The claim may be a filter of the type Matches regex.",
    },
  },
  expression_limit: {
    source: okta.groupFunctionLimits,
    name: () => ({ title: "A claim’s expression failed: its limit is above 100" }),
    expected: "Outside the authorization code flow, the limit of a group function is at most 100.",
    steps: ["Set the limit to 100 or less, or use the authorization code flow."],
    possible: {
      title: "The limit of a group function may be above 100",
      observed: "With a higher limit, Okta issues no token.",
    },
  },
  expression_null: {
    source: okta.expressionLanguage,
    name: () => ({ title: "A claim’s expression failed: Arrays.flatten got null" }),
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
    name: () => ({ title: "A claim’s expression failed" }),
    expected: "Okta issues no token if an expression fails.",
    steps: ["Correct the expression. On a custom server, test it for this user on Token Preview."],
  },
};
