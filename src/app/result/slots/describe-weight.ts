import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { type ClaimsWeight, countClaims, scopeOfClaim, standardScopes } from "./claims-weight.ts";

/** "26 claims: 12 base, 13 from profile and email, 1 groups claim" */
export function describeWeight(weight: ClaimsWeight): string {
  const { base, fromScopes, scopes, other, groups, total } = weight;
  const from = `from ${joinWords(scopes)}`;
  const groupsClaims = `${groups} groups ${groups === 1 ? "claim" : "claims"}`;
  if (groups === total && groups > 0) return groupsClaims;
  if (base === total && base > 0) return `${base} base ${base === 1 ? "claim" : "claims"}`;
  if (fromScopes === total && fromScopes > 0) return `${countClaims(total)} ${from}`;
  if (other === total) return countClaims(total);
  const parts = [
    base > 0 && `${base} base`,
    fromScopes > 0 && `${fromScopes} ${from}`,
    other > 0 && `${other} ${other === 1 ? "other" : "others"}`,
    groups > 0 && groupsClaims,
  ].filter((part) => part !== false);
  return `${countClaims(total)}: ${parts.join(", ")}`;
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
    others > 0 && `${others} ${others === 1 ? "other" : "others"}`,
    groups > 0 && (groups === 1 ? "groups" : `${groups} groups claims`),
  ].filter((part) => part !== false);
  return `${countClaims(weight.total)}. Left out: ${joinParts(parts)}`;
}

function joinWords(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" and ");
}

/** A comma before "and": the parts hold "and" themselves. */
function joinParts(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(", "), ...parts.slice(-1)].filter(Boolean).join(", and ");
}
