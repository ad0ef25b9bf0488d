import { isJsonObject, type JsonObject, type JsonValue, readMember } from "../oidc/json.ts";
import { isGroupsClaim } from "./is-groups-claim.ts";

export type GroupsClaim = {
  name: string;
  /** One string a group, in the token's order. A name can contain commas. */
  groups: readonly string[];
  state: "present" | "empty";
};

/**
 * Finds the groups claims of a token or of UserInfo. An admin can give them any name.
 *
 * @see Okta: Customize tokens returned from Okta with a Groups claim
 */
export function findGroupsClaims(claims: JsonObject): readonly GroupsClaim[] {
  return Object.entries(claims)
    .filter(([name, value]) => isGroupsClaim(name, value))
    .map(([name, value]) => {
      const groups = Array.isArray(value) ? value.map(nameGroup) : [nameGroup(value)];
      return { name, groups, state: groups.length === 0 ? "empty" : "present" };
    });
}

function nameGroup(group: JsonValue): string {
  if (typeof group === "string") return group;
  if (isJsonObject(group)) {
    const name = readMember(group, "name");
    if (typeof name === "string") return name;
  }
  return JSON.stringify(group);
}
