import type { ResponseType } from "../oidc/authorization-request.ts";
import type { FoundGroups, Reason, RunToDiagnose, UserGroup } from "./reason.ts";
import { okta } from "./sources.ts";

/** As many groups as an expression can return in the implicit flow. */
const maxExpressionGroups = 100;

/**
 * Tells why there may be more groups than those found: only from what is known, for a token doesn't show what it
 * lacks.
 *
 * @see Okta: Customize tokens returned from Okta with a Groups claim; Dynamic allowlist, `limit`
 */
export function findIncompleteGroups(
  { responseType, userGroups = [] }: RunToDiagnose,
  found: readonly FoundGroups[],
): Reason | undefined {
  if (found.length === 0) return undefined;
  const names = new Set(found.flatMap(({ groups }) => groups));
  const missing = userGroups.filter(({ name, isImported }) => isImported && !names.has(name));
  if (missing.length > 0) return describeMissingImports(missing);
  const full = found.find(({ groups }) => groups.length === maxExpressionGroups);
  return full && describeFullClaim(full, responseType);
}

function describeMissingImports(missing: readonly UserGroup[]): Reason {
  const list =
    missing.length > 3
      ? `${missing.length} imported groups`
      : new Intl.ListFormat("en").format(missing.map(({ name }) => name));
  return {
    id: "imported_groups",
    title: `${list} ${missing.length === 1 ? "is" : "are"} missing`,
    observed: `The user is also in ${list}.`,
    expected:
      "Groups imported from a directory or another app never match a filter. An expression can include them.",
    certainty: "certain",
    whoActs: "okta-admin",
    steps: [
      "Change the claim from a filter to an expression.",
      "For all groups, it can be user.getGroups({'group.type': {'OKTA_GROUP', 'BUILT_IN', 'APP_GROUP'}}).![name]",
      'The older Groups.startsWith("active_directory", "", 100) returns groups from Active Directory. Okta calls it legacy.',
    ],
    source: okta.groupsClaim,
  };
}

/** What Okta returns if more groups match than an expression's limit is unverified, so this only warns. */
function describeFullClaim({ claim }: FoundGroups, responseType: ResponseType): Reason {
  // A code brings every group that a filter matches, in Okta's release notes since 2022.
  const filters =
    responseType === "code"
      ? "A filter is never cut."
      : "A filter is never cut: above 100 groups, Okta returns an error.";
  return {
    id: "at_the_limit",
    title: `There may be more than ${maxExpressionGroups} groups`,
    observed: `The claim ${claim} has exactly ${maxExpressionGroups} groups.`,
    expected: `If the claim is an expression, its limit may have cut the list. ${filters}`,
    certainty: "possible",
    whoActs: "okta-admin",
    steps: [
      "Check the user’s groups: Directory > People > the user > Groups.",
      "If some are missing, narrow the expression, or split it into several claims.",
    ],
    source: okta.tooManyGroups,
  };
}
