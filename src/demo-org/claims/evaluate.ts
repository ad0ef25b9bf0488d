import type { ServerClaim } from "../model/authorization-server.ts";
import type { Group, User } from "../model/directory.ts";
import { evaluateExpression } from "./expression.ts";
import { compileGroupFilter, type GroupFilter } from "./group-filter.ts";
import { type JsonValue, readStandardClaim } from "./standard-claims.ts";

export type Subject = {
  readonly user: User;
  /** In the order in which the person's groups are listed. */
  readonly groups: readonly Group[];
  readonly clientId: string;
};

export type Evaluation = {
  readonly claims: readonly ServerClaim[];
  readonly claimType: ServerClaim["claimType"];
  readonly scopes: readonly string[];
  /** A thin ID token keeps only the claims that are always included. */
  readonly isThin: boolean;
  readonly subject: Subject;
};

/** The claims of one token, in the order of their configuration, or why no token can be made. */
export type EvaluatedClaims =
  | { readonly kind: "claims"; readonly claims: ReadonlyMap<string, JsonValue> }
  | { readonly kind: "too_many_groups" }
  | { readonly kind: "not_evaluable"; readonly name: string; readonly isSystem: boolean };

/** Above this an implicit request fails as a whole; nothing is cut off (Okta: Customize tokens with a groups claim). */
const mostGroups = 100;

/**
 * Evaluates a server's claims for one token and one person. A claim whose value is null, or that no group
 * matches, is left out: it is absent, not empty.
 */
export function evaluateClaims(evaluation: Evaluation): EvaluatedClaims {
  const claims = new Map<string, JsonValue>();
  for (const claim of evaluation.claims.filter((it) => applies(it, evaluation))) {
    const value = evaluate(claim, evaluation.subject);
    if (value.kind === "value") {
      if (value.value !== undefined) claims.set(claim.name, value.value);
    } else if (value.kind === "too_many_groups") {
      return value;
    } else {
      return { kind: "not_evaluable", name: claim.name, isSystem: claim.system };
    }
  }
  return { kind: "claims", claims };
}

function applies(claim: ServerClaim, { claimType, scopes, isThin }: Evaluation): boolean {
  if (claim.status !== "ACTIVE" || claim.claimType !== claimType) return false;
  if (isThin && claimType === "IDENTITY" && !claim.alwaysIncludeInToken) return false;
  const wanted = claim.conditions.scopes;
  return wanted.length === 0 || wanted.some((scope) => scopes.includes(scope));
}

type Value =
  | { kind: "value"; value: JsonValue | undefined }
  | { kind: "too_many_groups" }
  | { kind: "failed" };

function evaluate(claim: ServerClaim, subject: Subject): Value {
  switch (claim.valueType) {
    case "SYSTEM":
      return { kind: "value", value: readStandardClaim(claim.name, subject.user) };
    case "EXPRESSION":
      return evaluateExpression(claim.value, subject);
    case "GROUPS":
      return evaluateGroups(claim, subject.groups);
  }
}

function evaluateGroups(filter: GroupFilter, groups: readonly Group[]): Value {
  const matches = compileGroupFilter(filter);
  const names = groups
    // Filters do not see what was imported from a directory; only expressions do.
    .filter(({ type }) => type !== "APP_GROUP")
    .map(({ profile }) => profile.name)
    .filter(matches);
  if (names.length > mostGroups) return { kind: "too_many_groups" };
  return { kind: "value", value: names.length === 0 ? undefined : names };
}
