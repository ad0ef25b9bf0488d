import { RE2JS } from "re2js";
import type { GroupFilterType } from "../model/claim.ts";
import type { Group } from "../model/group.ts";

/** Of every flow that gives out tokens at the authorization endpoint. */
const groupLimit = 100;

/** What a filter makes of a person's groups. */
export type FilteredGroups =
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "too_many" }
  | { readonly kind: "unreadable_pattern" };

/**
 * The names of those groups that a filter lets through, in the order in which they came.
 *
 * Groups that were imported from a directory or an app are never among them: filters see Okta's own alone.
 *
 * @see Okta: Customize tokens returned from Okta with a Groups claim (groups not sourced in Okta need an expression);
 *   Okta error catalogue: too_many_groups_in_groups_claim
 */
export function filterGroups(
  groups: readonly Group[],
  filterType: GroupFilterType,
  value: string,
): FilteredGroups {
  const isMatch = buildTest(filterType, value);
  if (!isMatch) return { kind: "unreadable_pattern" };
  const names = groups
    .filter(({ type }) => type !== "APP_GROUP")
    .map(({ profile }) => profile.name)
    .filter(isMatch);
  return names.length > groupLimit ? { kind: "too_many" } : { kind: "names", names };
}

/**
 * A filter's test of one name. All but the regex compare text and pass over case; an empty value lets all through.
 *
 * @returns undefined for a regex that cannot be read.
 * @see Okta: Authorization Servers API, OAuth2ClaimGroupFilterType
 */
function buildTest(
  filterType: GroupFilterType,
  value: string,
): ((name: string) => boolean) | undefined {
  if (value === "") return () => true;
  const text = value.toLowerCase();
  switch (filterType) {
    case "STARTS_WITH":
      return (name) => name.toLowerCase().startsWith(text);
    case "EQUALS":
      return (name) => name.toLowerCase() === text;
    case "CONTAINS":
      return (name) => name.toLowerCase().includes(text);
    case "REGEX":
      return buildRegexTest(value);
    default:
      return filterType satisfies never;
  }
}

/**
 * RE2 runs in time linear to the name, so no pattern can hang the org.
 *
 * That the whole name must match, and that one pair of slashes around the pattern is not part of it, is unverified;
 * chosen because every example of Okta's reads that way.
 */
function buildRegexTest(value: string): ((name: string) => boolean) | undefined {
  const pattern = /^\/(.*)\/$/s.exec(value)?.[1] ?? value;
  try {
    const regex = RE2JS.compile(pattern);
    return (name) => regex.matches(name);
  } catch {
    return undefined;
  }
}
