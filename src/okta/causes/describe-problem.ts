import { nameFilterType } from "../filter-types.ts";
import type { UserSetUp } from "../org-set-up.ts";
import type { SetUpChange } from "../set-up-change.ts";
import { certainForAdmin, type Evidence, type Explanation, type Finding } from "./cause.ts";
import { changeValue, locateClaim, nameApp, type PlacedClaim } from "./exclusion.ts";
import type { ValueProblem } from "./value-problem.ts";

function quoteValue({ value }: PlacedClaim): string {
  return value.kind === "filter"
    ? `the filter ${nameFilterType(value.type)} “${value.value}”`
    : `the expression “${value.expression}”`;
}

function listGroups(user: UserSetUp | undefined): string {
  const names = user?.groups.map(({ name }) => name) ?? [];
  if (names.length === 0) return "The user is in no group.";
  if (names.length > 5) return `The user is in ${names.length} groups.`;
  return `The user is in ${new Intl.ListFormat("en").format(names)}.`;
}

export const checkGroups = "Check the user’s groups: Directory > People > the user > Groups.";

export function describeProblem(
  claim: PlacedClaim,
  problem: ValueProblem,
  { run }: Evidence,
): Finding {
  const user = run.setUp?.user;
  return {
    ...explainProblem(claim, problem, user),
    ...certainForAdmin,
    consolePath: locateClaim(claim),
    ...findChange(claim, problem, run.setUp),
  };
}

function explainProblem(
  claim: PlacedClaim,
  problem: ValueProblem,
  user: UserSetUp | undefined,
): Explanation {
  const { name } = claim;
  const value = quoteValue(claim);
  const explanations: Record<ValueProblem["id"], Explanation> = {
    no_matching_group: {
      title: `No groups: no group of the user matches the claim ${name}`,
      observed: `The claim has ${value}. ${listGroups(user)}`,
      expected:
        "Okta leaves out a claim without a value, so your app must expect that the claim can be missing.",
      steps: [checkGroups, "Add the user to a group that matches, or widen the filter."],
    },
    imported_groups: {
      title: `No groups: the claim ${name} is a filter, and the groups are imported`,
      observed: `The claim has ${value}. The user’s groups with such names are imported from a directory or another app.`,
      expected: "Filters match only Okta groups. An expression can return imported ones.",
      steps: [
        "Change the claim to an expression, such as user.getGroups({'group.type': {'OKTA_GROUP', 'BUILT_IN', 'APP_GROUP'}}).![name]",
      ],
    },
    filter_case: {
      title: `No groups: the filter of the claim ${name} has the wrong case`,
      observed: `The claim has ${value}. ${listGroups(user)}`,
      expected: "Matches regex is case-sensitive. The other filters are not.",
      steps: ["Write the names exactly, or use Starts with, Equals or Contains."],
    },
    regex_in_plain_filter: {
      title: `No groups: the filter of the claim ${name} expects plain text, not a regex`,
      observed: `The claim has ${value}.`,
      expected:
        "Only Matches regex takes a regular expression. The other filters compare plain text.",
      steps: ["Choose Matches regex, or enter plain text."],
    },
    invalid_regex: {
      title: `The regular expression of the claim ${name} is not valid`,
      observed: `The claim has ${value}.`,
      expected: "Okta can’t evaluate it.",
      steps: ["Correct the regular expression. Start with .* and narrow it."],
    },
    regex_in_expression: {
      title: `No groups: a group function of the claim ${name} expects a prefix, not a regex`,
      observed: `The claim has ${value}.`,
      expected: "The Groups functions and user.getGroups compare plain text.",
      steps: [
        "Enter only the prefix. An empty string matches every group.",
        "For a regular expression, use a filter of the type Matches regex.",
      ],
    },
    app_profile_missing: {
      title: `No groups: the app has no property ${problem.missingProperty ?? ""}`.trimEnd(),
      observed: `The claim ${name} has ${value}. The app’s profile has no ${problem.missingProperty ?? "such property"}.`,
      expected: "The name is misspelt, or a later update of the app replaced its profile.",
      steps: [
        "Read the app with GET /api/v1/apps/{appId}, and compare its profile.",
        "Correct the expression, or send the app back with the property. Send the whole app: Okta removes what you leave out.",
      ],
    },
    expression_nothing: {
      title: `No groups: the expression of the claim ${name} returns nothing for this user`,
      observed: `The claim has ${value}. ${listGroups(user)}`,
      expected: "Okta leaves out a claim without a value.",
      steps: [
        checkGroups,
        "Check the expression’s group source, its prefix and its group IDs.",
        "For all groups: user.getGroups({'group.type': {'OKTA_GROUP', 'BUILT_IN', 'APP_GROUP'}}).![name]",
      ],
    },
    too_many_groups: {
      title: "More than 100 groups match",
      observed: `The claim ${name} has ${value}.`,
      expected: "Okta refuses the whole request if a groups claim matches more than 100 groups.",
      steps: ["Narrow the claim, or use the authorization code flow."],
    },
    expression_limit: {
      title: "A claim’s expression failed: its limit is above 100",
      observed: `The claim ${name} has ${value}.`,
      expected:
        "Outside the authorization code flow, the limit of a group function is at most 100.",
      steps: ["Set the limit to 100 or less, or use the authorization code flow."],
    },
    expression_null: {
      title: "A claim’s expression failed: Arrays.flatten got null",
      observed: `The claim ${name} has ${value}.`,
      expected:
        "The Groups functions return null if no group matches, and Arrays.flatten fails on that.",
      steps: ["Put ?: {} after each part that can be null."],
    },
    expression_failed: {
      title: "A claim’s expression failed",
      observed: `The claim ${name} has ${value}.`,
      expected: problem.message
        ? `The org says: ${problem.message}`
        : "Okta issues no token if an expression fails.",
      steps: ["Correct the expression, and test it for this user on Token Preview."],
    },
  };
  return explanations[problem.id];
}

function findChange(
  claim: PlacedClaim,
  { fix, missingProperty }: ValueProblem,
  setUp: Evidence["run"]["setUp"],
): { setUpChange?: SetUpChange } {
  if (fix) return { setUpChange: changeValue(claim, fix) };
  const app = setUp?.app;
  const ids = setUp?.user?.groups.filter(({ isImported }) => !isImported).map(({ id }) => id);
  if (missingProperty === undefined || !app || !ids?.length) return {};
  return {
    setUpChange: {
      kind: "change_app",
      app: nameApp(app),
      to: { profile: { [missingProperty]: ids } },
    },
  };
}
