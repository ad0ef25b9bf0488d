import type { JsonObject } from "../oidc/json.ts";
import { fatClaimsOf, keptInThinTokens } from "./standard-claims.ts";

/** The claims that only a fat ID token has for these scopes, if it has none of them. */
export function findMissingFatClaims(
  claims: JsonObject,
  scopes: readonly string[],
): readonly string[] {
  const expected = fatClaimsOf(scopes).filter((name) => !keptInThinTokens.has(name));
  return expected.some((name) => Object.hasOwn(claims, name)) ? [] : expected;
}

/** "nickname, given_name or 9 other claims" */
export function listFirst(names: readonly string[]): string {
  const others = names.length - 2;
  if (others <= 0) return names.join(" or ");
  return `${names.slice(0, 2).join(", ")} or ${others} other claim${others === 1 ? "" : "s"}`;
}
