import type { ResponseType } from "../oidc/authorization-request.ts";
import type { Finding } from "./causes/cause.ts";
import { changeValue, findPlacedClaim, locateClaim, type PlacedClaim } from "./causes/exclusion.ts";
import { everyGroup, everyGroupExpression } from "./causes/value-problem.ts";
import { nameFilterType } from "./filter-types.ts";
import type { FoundGroups, Reason, RunToDiagnose, UserGroup } from "./reason.ts";
import { okta } from "./sources.ts";

/** As many groups as an expression can return in the implicit flow. */
const maxExpressionGroups = 100;

type IncompleteGroups = Finding & Pick<Reason, "id" | "source">;

/** Tells why there may be more groups than those found. @see Okta: Dynamic allowlist, `limit` */
export function findIncompleteGroups(
  run: RunToDiagnose,
  found: readonly FoundGroups[],
): IncompleteGroups | undefined {
  if (found.length === 0) return undefined;
  const { responseType, userGroups = run.setUp?.user?.groups ?? [] } = run;
  const names = new Set(found.flatMap(({ groups }) => groups));
  const missing = userGroups.filter(({ name }) => !names.has(name));
  const [first, ...others] = found;
  const claim =
    run.setUp && first && others.length === 0
      ? findPlacedClaim(run.setUp, first.claim, first.where)
      : undefined;
  const imported = missing.filter(({ isImported }) => isImported);
  if (imported.length > 0) return describeMissingImports(imported, claim);
  if (missing.length > 0 && claim?.value.kind === "filter") return describeNarrow(missing, claim);
  const full = found.find(({ groups }) => groups.length === maxExpressionGroups);
  return full && describeFullClaim(full, responseType);
}

function listNames(groups: readonly UserGroup[], kind: string): string {
  return groups.length > 3
    ? `${groups.length} ${kind}`
    : new Intl.ListFormat("en").format(groups.map(({ name }) => name));
}

function describeNarrow(missing: readonly UserGroup[], claim: PlacedClaim): IncompleteGroups {
  const list = listNames(missing, "groups");
  const { value } = claim;
  return {
    id: "filter_too_narrow",
    title: `The filter leaves out ${list}`,
    observed: `The user is also in ${list}.`,
    expected:
      value.kind === "filter"
        ? `The claim ${claim.name} has the filter ${nameFilterType(value.type)} “${value.value}”.`
        : "",
    steps: [
      "If the app also needs these groups, widen the filter: Matches regex with .* lists all Okta groups.",
    ],
    consolePath: locateClaim(claim),
    setUpChange: changeValue(claim, everyGroup),
    source: okta.claimsApi,
  };
}

function describeMissingImports(
  missing: readonly UserGroup[],
  claim: PlacedClaim | undefined,
): IncompleteGroups {
  const list = listNames(missing, "imported groups");
  return {
    id: "imported_groups",
    title: `${list} ${missing.length === 1 ? "is" : "are"} missing`,
    observed: `The user is also in ${list}.`,
    expected:
      "Groups imported from a directory or another app never match a filter. An expression can include them.",
    steps: [
      "Change the claim from a filter to an expression.",
      "For all groups, it can be user.getGroups({'group.type': {'OKTA_GROUP', 'BUILT_IN', 'APP_GROUP'}}).![name]",
      'The older function Groups.startsWith("active_directory", "", 100) returns groups from Active Directory. Okta calls it legacy.',
    ],
    ...(claim && {
      consolePath: locateClaim(claim),
      setUpChange: changeValue(claim, { kind: "expression", expression: everyGroupExpression }),
    }),
    source: okta.groupsClaim,
  };
}

/** What Okta returns if more groups match than an expression's limit is unverified, so this only warns. */
function describeFullClaim({ claim }: FoundGroups, responseType: ResponseType): IncompleteGroups {
  // In the code flow, there is no limit since 2022 (Okta's release notes).
  const filters =
    responseType === "code"
      ? "A filter’s list is never cut off."
      : "A filter’s list is never cut off: above 100 groups, Okta returns an error.";
  return {
    id: "at_the_limit",
    title: `There may be more than ${maxExpressionGroups} groups`,
    observed: `The claim ${claim} has exactly ${maxExpressionGroups} groups.`,
    expected: `If the claim is an expression, its limit may have cut off the list. ${filters}`,
    certainty: "possible",
    steps: [
      "Check the user’s groups: Directory > People > the user > Groups.",
      "If some are missing, narrow the expression, or split it into several claims.",
    ],
    source: okta.tooManyGroups,
  };
}
