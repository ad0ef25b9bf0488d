import type { JsonObject, JsonValue } from "../../../oidc/json.ts";
import { classifyClaim } from "../../../okta/claim-order.ts";
import { findListsOfTexts } from "../../../okta/groups-claims.ts";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { fatClaimsOf } from "../../../okta/standard-claims.ts";
import { countOf, joinWords } from "../claims/format-count.ts";
import { writeShort } from "../claims/VisibleText.tsx";

export type ClaimsWeight = {
  total: number;
  /** Claims that don't depend on scopes: about the token and the sign-in, and the user's ID. */
  base: number;
  fromScopes: number;
  scopes: readonly string[];
  other: number;
  groups: number;
};

type NamedClaim = { name: string; value: JsonValue };

const standardScopes = ["profile", "email", "phone", "address"] as const;

const scopeOfClaim = new Map(
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

/** Describes where groups may be if no claim is known to have groups: "absent" or "may be in roles". */
export function describeNoGroups(
  claims: JsonObject,
  origins: ClaimOrigins | undefined,
  isPartial = false,
): string {
  const lists = findListsOfTexts(claims, origins).filter(({ name }) => !origins?.has(name));
  if (lists.length === 0) return isPartial ? "not in the readable part" : "absent";
  return `may be in ${joinWords(lists.map(({ name }) => writeShort(name)))}`;
}

/** "26 claims: 12 base, 13 from profile and email, 1 groups claim" */
export function describeWeight(weight: ClaimsWeight): string {
  const { base, fromScopes, scopes, other, groups, total } = weight;
  const from = `from ${joinWords(scopes)}`;
  const groupsClaims = countOf(groups, "groups claim");
  if (groups === total && groups > 0) return groupsClaims;
  if (base === total && base > 0) return countOf(base, "base claim");
  if (fromScopes === total && fromScopes > 0) return `${countOf(total, "claim")} ${from}`;
  if (other === total) return countOf(total, "claim");
  const parts = [
    base > 0 && `${base} base`,
    fromScopes > 0 && `${fromScopes} ${from}`,
    other > 0 && countOf(other, "other"),
    groups > 0 && groupsClaims,
  ].filter((part) => part !== false);
  return `${countOf(total, "claim")}: ${parts.join(", ")}`;
}

/**
 * "15 claims. Left out: 11 from profile and email, and groups"
 *
 * @param leftOut At least one claim.
 */
export function describeLeftOut(weight: ClaimsWeight, leftOut: readonly LeftOutClaim[]): string {
  const ofUser = leftOut.filter(({ kind }) => kind === "user");
  const scopes = new Set(ofUser.map(({ name }) => scopeOfClaim.get(name)));
  const fromScopes = ofUser.filter(({ name }) => scopeOfClaim.has(name)).length;
  const others = ofUser.length - fromScopes;
  const groups = leftOut.filter(({ kind }) => kind === "groups").length;
  const parts = [
    fromScopes > 0 &&
      `${fromScopes} from ${joinWords(standardScopes.filter((scope) => scopes.has(scope)))}`,
    others > 0 && countOf(others, "other"),
    groups > 0 && (groups === 1 ? "groups" : `${groups} groups claims`),
  ].filter((part) => part !== false);
  return `${countOf(weight.total, "claim")}. Left out: ${joinWords(parts, ", and ")}`;
}
