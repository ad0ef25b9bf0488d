import type { JsonObject, JsonValue } from "../oidc/json.ts";

export type GroupsClaim = {
  name: string;
  groups: readonly string[];
  /** A claim that is not there at all is in no list; Okta leaves it out where no group matches. */
  state: "present" | "empty";
};

export function findGroupsClaims(claims: JsonObject): readonly GroupsClaim[] {
  return Object.entries(claims).flatMap(([name, value]) => {
    if (!isGroupsClaim(name, value)) return [];
    const groups = Array.isArray(value) ? value.map(String) : [String(value)];
    return [{ name, groups, state: groups.length === 0 ? "empty" : "present" }];
  });
}

export function isGroupsClaim(name: string, value: JsonValue): boolean {
  return /group/i.test(name) && Array.isArray(value);
}
