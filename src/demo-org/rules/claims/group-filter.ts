import type { GroupFilterType } from "../../model/claim.ts";
import type { Group } from "../../model/group.ts";
import type { TokenFlow } from "./claims-context.ts";
import { isTooManyGroups } from "./group-limit.ts";
import { type Pattern, parseNamePattern } from "./pattern.ts";
import { type PatternProblem, tooLargePatterns } from "./pattern-problem.ts";

/** The result of applying a filter to a user's groups. */
type FilteredGroups =
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "too_many" }
  | PatternProblem;

/** Limit for one pattern on all names together: takes a second or two. */
const mostSteps = 1_000_000_000;

/**
 * Returns the names of the groups that match a filter, in the given order.
 *
 * Groups imported from a directory or an app never match: filters apply to Okta groups only.
 *
 * @see Okta: Customize tokens returned from Okta with a Groups claim (groups not sourced in Okta need an expression);
 *   Okta error catalogue: too_many_groups_in_groups_claim
 */
export function filterGroups(
  groups: readonly Group[],
  filterType: GroupFilterType,
  value: string,
  flow: TokenFlow,
): FilteredGroups {
  const test = buildTest(filterType, value);
  if (test.kind !== "pattern") return test;
  const all = groups.filter(({ type }) => type !== "APP_GROUP").map(({ profile }) => profile.name);
  const characters = all.reduce((sum, name) => sum + name.length, 0);
  if (test.size * characters > mostSteps) return tooLargePatterns.names;
  const names = all.filter(test.matches);
  return isTooManyGroups(names.length, flow) ? { kind: "too_many" } : { kind: "names", names };
}

type Test = PatternProblem | Omit<MatchingPattern, "reading">;
type MatchingPattern = Extract<Pattern, { kind: "pattern" }>;

/**
 * Builds a filter's test for one name. All types but the regex ignore case; an empty value matches every name.
 *
 * @see Okta: Authorization Servers API, OAuth2ClaimGroupFilterType
 */
function buildTest(filterType: GroupFilterType, value: string): Test {
  const text = value.toLowerCase();
  const compare = (matches: (name: string) => boolean): Test => ({
    kind: "pattern",
    matches,
    size: 0,
  });
  if (value === "") return compare(() => true);
  switch (filterType) {
    case "STARTS_WITH":
      return compare((name) => name.toLowerCase().startsWith(text));
    case "EQUALS":
      return compare((name) => name.toLowerCase() === text);
    case "CONTAINS":
      return compare((name) => name.toLowerCase().includes(text));
    case "REGEX":
      return parseNamePattern(value);
    default:
      return filterType satisfies never;
  }
}
