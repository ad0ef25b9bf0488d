import type { GroupFilterType } from "../../model/claim.ts";
import type { Group } from "../../model/group.ts";
import type { TokenFlow } from "./claims-context.ts";
import { type Pattern, parseNamePattern } from "./pattern.ts";
import { type PatternProblem, tooLargePatterns } from "./pattern-problem.ts";

/** Limits the work of one pattern on all names together to a second or two. */
const mostSteps = 1_000_000_000;

/** Filters never match imported groups. @see Okta: Customize tokens returned from Okta with a Groups claim */
export function filterGroups(
  groups: readonly Group[],
  filterType: GroupFilterType,
  value: string,
  flow: TokenFlow,
) {
  const test = buildTest(filterType, value);
  if (test.kind !== "pattern") return test;
  const all = groups.filter(({ type }) => type !== "APP_GROUP").map(({ profile }) => profile.name);
  const characters = all.reduce((sum, name) => sum + name.length, 0);
  if (test.size * characters > mostSteps) return tooLargePatterns.names;
  const names = all.filter(test.matches);
  if (isTooManyGroups(names.length, flow)) return { kind: "too_many" } as const;
  return { kind: "names", names } as const;
}

type Test = PatternProblem | Omit<MatchingPattern, "compileCost">;
type MatchingPattern = Extract<Pattern, { kind: "pattern" }>;

/** All filter types except REGEX ignore case. @see Okta: Authorization Servers API, OAuth2ClaimGroupFilterType */
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

/** @see Okta error catalogue: too_many_groups_in_groups_claim; Okta release notes: OKTA-497701, OKTA-907362 */
export const groupLimit = 100;

export function isTooManyGroups(count: number, flow: TokenFlow): boolean {
  return flow !== "code" && count > groupLimit;
}
