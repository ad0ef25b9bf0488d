import type { JsonObject } from "../oidc/json.ts";
import { fatClaimsOf, keptInThinTokens } from "./standard-claims.ts";

/** Returns the claims that a fat ID token would have for these scopes. Empty if the token has at least one of these claims. */
export function findMissingFatClaims(
  claims: JsonObject,
  scopes: readonly string[],
): readonly string[] {
  const expected = fatClaimsOf(scopes).filter((name) => !keptInThinTokens.has(name));
  return expected.some((name) => Object.hasOwn(claims, name)) ? [] : expected;
}

/** Formats names like "nickname, given_name or 9 other claims". */
export function listFirst(names: readonly string[]): string {
  const others = names.length - 2;
  if (others <= 0) return names.join(" or ");
  return `${names.slice(0, 2).join(", ")} or ${others} other claim${others === 1 ? "" : "s"}`;
}
