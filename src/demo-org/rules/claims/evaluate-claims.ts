import {
  type AuthorizationServer,
  listClaims,
  type ServerClaim,
} from "../../model/authorization-server.ts";
import type { Claim } from "../../model/claim.ts";
import { ClaimEvaluationError } from "./claim-evaluation-error.ts";
import type { ClientContext, JsonValue } from "./claims-context.ts";
import { classicLanguage } from "./expression/classic-language.ts";
import { evaluateExpression } from "./expression/evaluate-expression.ts";
import { ExpressionError } from "./expression/expression-error.ts";
import { identityEngineLanguage } from "./expression/identity-engine-language.ts";
import { filterGroups } from "./group-filter.ts";
import { evaluateSystemClaim } from "./system-claim-values.ts";

type Selection = Pick<Claim, "claimType"> & { readonly isThin: boolean };

/**
 * Returns the claims of a token or UserInfo. Leaves out claims without a value.
 *
 * @throws {ClaimEvaluationError} A claim can't be evaluated, or matches too many groups.
 * @see Okta: Authorization Servers API, OAuth2Claim
 */
export function evaluateClaims(
  server: AuthorizationServer,
  selection: Selection,
  context: ClientContext,
) {
  return listClaims(server, context.application)
    .filter((claim) => isIncluded(claim, selection, context))
    .flatMap((claim) => {
      const value = evaluateClaim(claim, server.kind, context);
      return value === undefined ? [] : [{ name: claim.name, value, system: claim.system }];
    });
}

function isIncluded(
  { status, claimType, conditions, alwaysIncludeInToken }: Claim,
  selection: Selection,
  { scopes }: ClientContext,
): boolean {
  if (status !== "ACTIVE" || claimType !== selection.claimType) return false;
  if (selection.isThin && !alwaysIncludeInToken) return false;
  return conditions.scopes.length === 0 || conditions.scopes.some((scope) => scopes.has(scope));
}

function evaluateClaim(
  claim: ServerClaim,
  serverKind: AuthorizationServer["kind"],
  context: ClientContext,
): JsonValue | undefined {
  switch (claim.valueType) {
    case "SYSTEM":
      return evaluateSystemClaim(claim.name, serverKind, context);
    case "GROUPS":
      return evaluateGroups(claim, context);
    case "EXPRESSION":
      return evaluateByExpression(claim, context);
    default:
      return claim satisfies never;
  }
}

function evaluateGroups(
  claim: Extract<Claim, { valueType: "GROUPS" }>,
  { groups, flow }: ClientContext,
): JsonValue | undefined {
  const filtered = filterGroups(groups, claim.group_filter_type, claim.value, flow);
  switch (filtered.kind) {
    case "names":
      return filtered.names.length > 0 ? filtered.names : undefined;
    case "too_many":
      throw new ClaimEvaluationError({ code: "too_many_groups" });
    case "unreadable":
    case "too_large":
      throw buildFailure(claim);
    default:
      return filtered satisfies never;
  }
}

// Unverified: that a claim is also left out if an expression such as `… ? … : {}` returns an empty list; and that
// `sub`, the only system claim with an expression, fails without a value. @see okta/samples-js-react#33 on GitHub
function evaluateByExpression(
  claim: Extract<ServerClaim, { valueType: "EXPRESSION" }>,
  context: ClientContext,
): JsonValue | undefined {
  try {
    const value = evaluateExpression(
      claim.value,
      context,
      claim.isFederated ? identityEngineLanguage : classicLanguage,
    );
    const isNothing = value === null || (Array.isArray(value) && value.length === 0);
    if (isNothing && claim.system) throw buildFailure(claim);
    return isNothing ? undefined : value;
  } catch (cause) {
    if (!(cause instanceof ExpressionError)) throw cause;
    if (cause.code === "too_many_groups")
      throw new ClaimEvaluationError({ code: "too_many_groups" }, { cause });
    throw buildFailure(claim, { cause });
  }
}

function buildFailure({ name, system }: Claim, options?: ErrorOptions): ClaimEvaluationError {
  return new ClaimEvaluationError(
    { code: "not_evaluated", claim: name, isSystem: system },
    options,
  );
}
