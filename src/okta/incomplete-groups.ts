import type { ResponseType } from "../oidc/authorization-request.ts";
import { changeValue, locateClaim, type PlacedClaim } from "./causes/exclusion.ts";
import { filterNames } from "./causes/filter-names.ts";
import { everyGroup, everyGroupExpression } from "./causes/value-problem.ts";
import type { OrgSetUp } from "./org-set-up.ts";
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
  run: RunToDiagnose,
  found: readonly FoundGroups[],
): Reason | undefined {
  if (found.length === 0) return undefined;
  const { responseType, userGroups = run.setUp?.user?.groups ?? [] } = run;
  const names = new Set(found.flatMap(({ groups }) => groups));
  const missing = userGroups.filter(({ name }) => !names.has(name));
  const claim = run.setUp && findClaim(run.setUp, found);
  const imported = missing.filter(({ isImported }) => isImported);
  if (imported.length > 0) return describeMissingImports(imported, claim);
  if (missing.length > 0 && claim?.value.kind === "filter") return describeNarrow(missing, claim);
  const full = found.find(({ groups }) => groups.length === maxExpressionGroups);
  return full && describeFullClaim(full, responseType);
}

/** The claim that the found groups are of, if all are of one. */
function findClaim(
  { app, server }: OrgSetUp,
  [found, ...others]: readonly FoundGroups[],
): PlacedClaim | undefined {
  if (!found || others.length > 0) return undefined;
  if (!server) {
    return app?.groupsClaim?.name === found.claim
      ? { ...app.groupsClaim, of: "app", app }
      : undefined;
  }
  const token = found.where === "Access token" ? "access_token" : "id_token";
  const claim = server.claims.find((it) => it.name === found.claim && it.token === token);
  return claim && { name: claim.name, value: claim.value, of: "server", server, id: claim.id };
}

function listNames(groups: readonly UserGroup[], kind: string): string {
  return groups.length > 3
    ? `${groups.length} ${kind}`
    : new Intl.ListFormat("en").format(groups.map(({ name }) => name));
}

/** That a filter leaves groups out may be meant: this only says so. */
function describeNarrow(missing: readonly UserGroup[], claim: PlacedClaim): Reason {
  const list = listNames(missing, "groups");
  const { value } = claim;
  return {
    id: "filter_too_narrow",
    title: `The filter leaves out ${list}`,
    observed: `The user is also in ${list}.`,
    expected:
      value.kind === "filter"
        ? `The claim ${claim.name} has the filter ${filterNames[value.type]} “${value.value}”.`
        : "",
    certainty: "certain",
    whoActs: "okta-admin",
    steps: [
      "If the app needs these groups, too, widen the filter: Matches regex with .* lists all.",
    ],
    consolePath: locateClaim(claim),
    setUpChange: changeValue(claim, everyGroup),
    source: okta.claimsApi,
  };
}

function describeMissingImports(
  missing: readonly UserGroup[],
  claim: PlacedClaim | undefined,
): Reason {
  const list = listNames(missing, "imported groups");
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
    ...(claim && {
      consolePath: locateClaim(claim),
      setUpChange: changeValue(claim, { kind: "expression", expression: everyGroupExpression }),
    }),
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
