import type { JsonValue } from "../../../oidc/json.ts";
import { classifyClaim } from "../../../okta/claim-kind.ts";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";
import { fatClaimsOf } from "../../../okta/standard-claims.ts";

/** How many claims of each kind a claims set has. A name that was sent twice counts once. */
export type ClaimsWeight = {
  total: number;
  /** Claims that don't depend on scopes: about the token and the sign-in, and the user's ID. */
  base: number;
  /** Claims that standard scopes bring. */
  fromScopes: number;
  /** The scopes that bring them, in the order of `standardScopes`. */
  scopes: readonly string[];
  /** Claims of the authorization server's own. */
  other: number;
  groups: number;
};

type NamedClaim = { name: string; value: JsonValue };

export const standardScopes = ["profile", "email", "phone", "address"] as const;

/** The standard scope that brings a claim. */
export const scopeOfClaim = new Map(
  standardScopes.flatMap((scope) => fatClaimsOf([scope]).map((name) => [name, scope] as const)),
);

const userIds: ReadonlySet<string> = new Set(["sub", "uid"]);

export function weighClaims(members: readonly NamedClaim[], origins?: ClaimOrigins): ClaimsWeight {
  const claims = [...new Map(members.map((member) => [member.name, member])).values()];
  const kinds = claims.map(({ name, value }) => {
    const kind = classifyClaim(name, value, origins);
    if (kind === "groups") return "groups";
    if (kind === "token" || userIds.has(name)) return "base";
    return scopeOfClaim.get(name) ?? "other";
  });
  const count = (kind: (typeof kinds)[number]) => kinds.filter((it) => it === kind).length;
  const [base, other, groups] = [count("base"), count("other"), count("groups")];
  return {
    total: kinds.length,
    base,
    fromScopes: kinds.length - base - other - groups,
    scopes: standardScopes.filter((scope) => kinds.includes(scope)),
    other,
    groups,
  };
}

export function countClaims(count: number): string {
  return count === 1 ? "1 claim" : `${count} claims`;
}
