import { isMadeOfGroups } from "../causes/value-problem.ts";
import { findGroupsClaims } from "../groups-claims.ts";
import type { ClaimValue, ExpressionEvaluation, OrgSetUp, UserSetUp } from "../org-set-up.ts";
import type { PredictedRefusal } from "../predicted-refusal.ts";
import { listNames } from "./list-names.ts";

/** The grant that a token comes from: the limit of 100 groups does not apply to tokens for a code. */
export type TokenFlow = "implicit" | "code";

/** What a claim adds to a token that includes it. */
export type ClaimOutcome =
  | { kind: "groups"; groups: readonly string[]; because: string }
  /** Groups or nothing: it can't be told which. */
  | { kind: "unknown"; because: string }
  /** A value that is not a list of groups. */
  | { kind: "other"; because: string }
  | { kind: "nothing"; because: string }
  /** The claim can't be evaluated, so no token is issued. */
  | { kind: "fails"; because: string; likelihood: PredictedRefusal["likelihood"] };

/** @see Okta's error catalogue: too_many_groups_in_groups_claim */
export const maxGroups = 100;

/** @see Okta: Authorization Servers API, OAuth2ClaimGroupFilterType; Okta release notes of 2022, OKTA-497701 (no limit in the code flow) */
export function evaluateClaim(
  { name, value }: { name: string; value: ClaimValue },
  setUp: Pick<OrgSetUp, "user" | "matchGroups">,
  flow: TokenFlow,
  evaluatedFlow: TokenFlow,
): ClaimOutcome {
  return value.kind === "filter"
    ? evaluateFilter(name, value, setUp, flow)
    : evaluateExpression(name, value, setUp.user, flow === evaluatedFlow);
}

function evaluateFilter(
  name: string,
  filter: Extract<ClaimValue, { kind: "filter" }>,
  { user, matchGroups }: Pick<OrgSetUp, "user" | "matchGroups">,
  flow: TokenFlow,
): ClaimOutcome {
  const { matching, isCertain, problem } = matchGroups(filter, user?.groups ?? []);
  if (problem) {
    // Unverified: what Okta does with a regex that it can't compile.
    return isCertain
      ? fail("likely", `The filter of the claim ${name} is not a valid regular expression.`)
      : fail("possible", `The regex of the claim ${name} may not be valid at Okta.`);
  }
  if (!user) {
    return {
      kind: "unknown",
      because: `The claim ${name} lists the user’s groups that match its filter.`,
    };
  }
  if (!isCertain) {
    const because =
      filter.value === ""
        ? `Okta’s pages don’t say what the empty filter of the claim ${name} matches.`
        : `Okta’s pages don’t say whether the regex of the claim ${name} must match whole names.`;
    return { kind: "unknown", because };
  }
  if (matching.length > maxGroups && flow === "implicit") {
    return fail(
      "certain",
      `${matching.length} groups of ${user.login} match the claim ${name}. The implicit flow allows ${maxGroups}.`,
    );
  }
  return matching.length > 0
    ? {
        kind: "groups",
        groups: matching,
        because: `The filter of the claim ${name} matches ${listNames(matching)}.`,
      }
    : { kind: "nothing", because: describeNoMatch(name, user) };
}

function fail(likelihood: PredictedRefusal["likelihood"], because: string): ClaimOutcome {
  return { kind: "fails", because, likelihood };
}

function describeNoMatch(name: string, { login, groups }: UserSetUp): string {
  const sentence = `No group of ${login} matches the filter of the claim ${name}.`;
  return groups.some(({ isImported }) => isImported)
    ? `${sentence} Imported groups never match a filter.`
    : sentence;
}

function evaluateExpression(
  name: string,
  value: Extract<ClaimValue, { kind: "expression" }>,
  user: UserSetUp | undefined,
  isEvaluatedForFlow: boolean,
): ClaimOutcome {
  const { expression, evaluation } = value;
  if (!user || !evaluation) {
    return {
      kind: "unknown",
      because: `The claim ${name} has the value of its expression for the user.`,
    };
  }
  // The org evaluated the expression without a session.
  if (/\bsession\./.test(expression)) {
    return {
      kind: "unknown",
      because: `The expression of the claim ${name} depends on the sign-in.`,
    };
  }
  if (evaluation.kind === "failed" && !isEvaluatedForFlow) {
    return fail(
      "possible",
      `The expression of the claim ${name} fails in the implicit flow. For a code, the limit of 100 groups doesn’t apply.`,
    );
  }
  return describeEvaluation(name, value, evaluation, user);
}

function describeEvaluation(
  name: string,
  claimValue: ClaimValue,
  evaluation: ExpressionEvaluation,
  { login }: UserSetUp,
): ClaimOutcome {
  switch (evaluation.kind) {
    case "value": {
      const origins = new Map([[name, isMadeOfGroups(claimValue) ? "groups" : "other"] as const]);
      const [claim] = findGroupsClaims({ [name]: evaluation.value }, origins);
      if (claim?.state !== "present") {
        return { kind: "other", because: `The claim ${name} is not a list of groups.` };
      }
      const because = `The org evaluated the expression of the claim ${name} for ${login}: ${listNames(claim.groups)}.`;
      return { kind: "groups", groups: claim.groups, because };
    }
    case "nothing": {
      const because = `The org evaluated the expression of the claim ${name} for ${login}: it returns nothing.`;
      return { kind: "nothing", because };
    }
    case "failed": {
      return fail(
        "certain",
        `The org can’t evaluate the expression of the claim ${name}: ${evaluation.message}`,
      );
    }
    default:
      return evaluation satisfies never;
  }
}
