import { findGroupsClaims } from "../groups-claims.ts";
import type { ClaimSetUp, ClaimValue, OrgSetUp } from "../org-set-up.ts";
import type { PredictedRefusal } from "../predicted-refusal.ts";
import { nameContent } from "./expression-content.ts";

/** The flow that returns a token. The limit of 100 groups does not apply to the code flow. */
export type TokenFlow = "implicit" | "code";

/** The value that a claim adds to a token, if no setting leaves the claim out. */
export type ClaimOutcome =
  | { kind: "groups"; groups: readonly string[]; because: string }
  /** `unknown`: the page can't tell whether there are groups. `other`: a value that is not a list of groups. */
  | { kind: "unknown" | "other" | "nothing"; because: string }
  /** The claim can't be evaluated, so no token is issued. */
  | {
      kind: "fails";
      /** The claim's name. */
      claim: string;
      because: string;
      likelihood: PredictedRefusal["likelihood"];
    };

type Owner = Pick<OrgSetUp, "user" | "matchGroups">;

/** @see Okta's error catalogue: too_many_groups_in_groups_claim */
export const maxGroups = 100;

/** More names would push the predicted tokens off the screen. */
const maxNames = 5;

export function listNames(groups: readonly string[]): string {
  const names = [...new Set(groups)];
  if (names.length > maxNames) {
    return `${names.slice(0, maxNames).join(", ")} and ${names.length - maxNames} more`;
  }
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" and ");
}

/** Whether a claim's value is a groups filter, or an expression that calls a groups function. */
export function isMadeOfGroups(value: ClaimValue): boolean {
  return (
    value.kind === "filter" ||
    /\bget(?:Filtered)?Groups\b|\bGroups\s*\.|\bisMemberOf/.test(value.expression)
  );
}

export type ExcludingSetting = "other_token" | "inactive" | "scope" | "not_always";

type TokenOfClaim = { token: ClaimSetUp["token"]; isThin: boolean; scopes: Iterable<string> };

/**
 * Lists the settings that leave a server's claim out of a token.
 * @see Okta: Authorization Servers API, OAuth2Claim (`status`, `claimType`, `conditions`, `alwaysIncludeInToken`)
 */
export function listExcludingSettings(
  claim: ClaimSetUp,
  { token, isThin, scopes }: TokenOfClaim,
): readonly ExcludingSetting[] {
  const granted = new Set(scopes);
  const isOther = claim.token !== token;
  const isScopeMissing = claim.scopes.length > 0 && !claim.scopes.some((it) => granted.has(it));
  return [
    ...(isOther ? (["other_token"] as const) : []),
    ...(claim.isActive ? [] : (["inactive"] as const)),
    ...(isScopeMissing ? (["scope"] as const) : []),
    ...(isThin && !isOther && !claim.isAlways ? (["not_always"] as const) : []),
  ];
}

/** Returns the first setting that leaves a server's claim out of a token. */
export function findExcludingSetting(
  claim: ClaimSetUp,
  token: TokenOfClaim,
): ExcludingSetting | undefined {
  return listExcludingSettings(claim, token)[0];
}

/**
 * Evaluates a claim. Applies filters with the page's own rules, but uses the org's results of expressions for `evaluatedFlow`.
 *
 * @see Okta: Authorization Servers API, OAuth2ClaimGroupFilterType; Okta release notes of 2022, OKTA-497701 (no limit in
 *   the code flow)
 */
export function evaluateClaim(
  { name, value }: Pick<ClaimSetUp, "name" | "value">,
  owner: Owner,
  flow: TokenFlow,
  evaluatedFlow: TokenFlow,
): ClaimOutcome {
  return value.kind === "filter"
    ? evaluateFilter(name, value, owner, flow)
    : evaluateExpression(name, value, owner, flow === evaluatedFlow);
}

function evaluateFilter(
  name: string,
  filter: Extract<ClaimValue, { kind: "filter" }>,
  { user, matchGroups }: Owner,
  flow: TokenFlow,
): ClaimOutcome {
  const { matching, isCertain, problem } = matchGroups(filter, user?.groups ?? []);
  if (problem) {
    // Unverified: what Okta does with a regex that it can't compile.
    return isCertain
      ? fail(name, "likely", `The filter of the claim ${name} is not a valid regular expression.`)
      : fail(name, "possible", `The regex of the claim ${name} may not be valid at Okta.`);
  }
  if (!user) {
    return unknown(`The claim ${name} lists the user’s groups that match its filter.`);
  }
  if (!isCertain) {
    return unknown(
      filter.value === ""
        ? `Okta’s pages don’t say what the empty filter of the claim ${name} matches.`
        : `Okta’s pages don’t say whether the regex of the claim ${name} must match whole names.`,
    );
  }
  if (matching.length > maxGroups && flow === "implicit") {
    return fail(
      name,
      "certain",
      `${matching.length} groups of ${user.login} match the claim ${name}. The implicit flow allows ${maxGroups}.`,
    );
  }
  if (matching.length === 0) {
    const because = `No group of ${user.login} matches the filter of the claim ${name}.`;
    const hasImported = user.groups.some(({ isImported }) => isImported);
    const more = hasImported ? " Imported groups never match a filter." : "";
    return { kind: "nothing", because: because + more };
  }
  const because = `The filter of the claim ${name} matches ${listNames(matching)}.`;
  return { kind: "groups", groups: matching, because };
}

function unknown(because: string): ClaimOutcome {
  return { kind: "unknown", because };
}

function fail(
  claim: string,
  likelihood: PredictedRefusal["likelihood"],
  because: string,
): ClaimOutcome {
  return { kind: "fails", claim, because, likelihood };
}

function evaluateExpression(
  name: string,
  claimValue: Extract<ClaimValue, { kind: "expression" }>,
  { user }: Owner,
  isEvaluatedForFlow: boolean,
): ClaimOutcome {
  const { expression, evaluation } = claimValue;
  if (!user || !evaluation) {
    return unknown(`The claim ${name} has the value of its expression for the user.`);
  }
  // The org evaluated the expression without a session.
  if (/\bsession\./.test(expression)) {
    return isMadeOfGroups(claimValue) || evaluation.kind === "failed"
      ? unknown(`The expression of the claim ${name} depends on the sign-in.`)
      : holdsOther(name, expression);
  }
  if (evaluation.kind === "failed") {
    return isEvaluatedForFlow
      ? fail(
          name,
          "certain",
          `The org can’t evaluate the expression of the claim ${name}: ${evaluation.message}`,
        )
      : fail(
          name,
          "possible",
          `The expression of the claim ${name} fails in the implicit flow. For a code, the limit of 100 groups doesn’t apply.`,
        );
  }
  const evaluated = `The org evaluated the expression of the claim ${name} for ${user.login}:`;
  const value = evaluation.kind === "value" ? evaluation.value : [];
  // Okta leaves out a claim with an empty list.
  if (Array.isArray(value) && value.length === 0) {
    return { kind: "nothing", because: `${evaluated} it returns nothing.` };
  }
  if (!isMadeOfGroups(claimValue)) return holdsOther(name, expression);
  const [claim] = findGroupsClaims({ [name]: value }, new Map([[name, "groups"]]));
  if (claim?.state !== "present") {
    return { kind: "other", because: `The claim ${name} is not a list of groups.` };
  }
  const because = `${evaluated} ${listNames(claim.groups)}.`;
  return { kind: "groups", groups: claim.groups, because };
}

function holdsOther(name: string, expression: string): ClaimOutcome {
  const because = `The claim ${name} holds ${nameContent(expression)}, not groups.`;
  return { kind: "other", because };
}
