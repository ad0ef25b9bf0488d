import type { ResponseType } from "../oidc/authorization-request.ts";
import type { Finding } from "./causes/cause.ts";
import { changeValue, findPlacedClaim, locateClaim, type PlacedClaim } from "./causes/exclusion.ts";
import { everyGroup, everyGroupExpression } from "./causes/value-problem.ts";
import { nameFilterType } from "./filter-types.ts";
import type { FoundCause, FoundGroups, RunToDiagnose } from "./found-cause.ts";
import type { NamedGroup } from "./org-set-up.ts";
import { okta } from "./sources.ts";

/** The maximum number of groups that an expression can return in the implicit flow. */
const maxExpressionGroups = 100;

type IncompleteGroups = Finding & Pick<FoundCause, "id" | "source">;

/** Finds why the user may have more groups than the response lists. @see Okta: Dynamic allowlist, `limit` */
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
  const known = new Set(userGroups.map(({ name }) => name));
  // If an expression changes the names of groups, the page can't tell which groups are missing.
  const isReadable =
    claim?.value.kind !== "expression" || [...names].every((name) => known.has(name));
  if (imported.length > 0 && isReadable) return describeMissingImports(imported, claim);
  if (missing.length > 0 && claim && isReadable) return describeNarrow(missing, claim, names.size);
  const full = found.find(({ groups }) => groups.length === maxExpressionGroups);
  return full && describeFullClaim(full, responseType);
}

function listNames(groups: readonly NamedGroup[], kind: string): string {
  return groups.length > 3
    ? `${groups.length} ${kind}`
    : new Intl.ListFormat("en").format(groups.map(({ name }) => name));
}

function describeNarrow(
  missing: readonly NamedGroup[],
  claim: PlacedClaim,
  count: number,
): IncompleteGroups {
  const list = listNames(missing, "groups");
  const isFilter = claim.value.kind === "filter";
  const cutOff = `It returned ${maxExpressionGroups} groups, so its limit may be too low.`;
  const isFull = !isFilter && count === maxExpressionGroups;
  return {
    id: "filter_too_narrow",
    title: `The ${claim.value.kind} leaves out ${list}`,
    observed: `The user is also in ${list}.`,
    expected: isFull ? `${describeClaim(claim)} ${cutOff}` : describeClaim(claim),
    steps: [
      isFilter
        ? "If the app also needs these groups, widen the filter: Matches regex with .* lists all Okta groups."
        : `If the app also needs these groups, widen the expression. ${allGroups}`,
    ],
    consolePath: locateClaim(claim),
    setUpChange: changeValue(claim, isFilter ? everyGroup : toEveryGroup),
    source: isFilter ? okta.claimsApi : okta.expressionLanguage,
  };
}

const toEveryGroup = { kind: "expression", expression: everyGroupExpression } as const;
const allGroups = `For all groups, it can be ${everyGroupExpression}`;

function describeClaim({ name, value }: PlacedClaim): string {
  return value.kind === "filter"
    ? `The claim ${name} has the filter ${nameFilterType(value.type)} “${value.value}”.`
    : `The claim ${name} has the expression “${value.expression}”.`;
}

function describeMissingImports(
  missing: readonly NamedGroup[],
  claim: PlacedClaim | undefined,
): IncompleteGroups {
  const list = listNames(missing, "imported groups");
  return {
    id: "imported_groups",
    title: `${list} ${missing.length === 1 ? "is" : "are"} missing`,
    observed: `The user is also in ${list}.`,
    expected:
      claim?.value.kind === "expression"
        ? describeClaim(claim)
        : "Groups imported from a directory or another app never match a filter. An expression can include them.",
    steps: [
      claim?.value.kind === "expression"
        ? "Widen the expression."
        : "Change the claim from a filter to an expression.",
      allGroups,
      'The older function Groups.startsWith("active_directory", "", 100) returns groups from Active Directory. Okta calls it legacy.',
    ],
    ...(claim && {
      consolePath: locateClaim(claim),
      setUpChange: changeValue(claim, toEveryGroup),
    }),
    source: okta.groupsClaim,
  };
}

/** Warns of a possible limit. Unverified: what Okta returns if more groups match than an expression's limit. */
function describeFullClaim({ claim }: FoundGroups, responseType: ResponseType): IncompleteGroups {
  // The code flow has had no limit since 2022 (Okta's release notes).
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
