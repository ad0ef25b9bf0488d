import { isJsonObject, type JsonObject, type JsonValue, readMember } from "../oidc/json.ts";

export type GroupsClaim = {
  name: string;
  /** One string a group, in the token's order. A name can contain commas. */
  groups: readonly string[];
  state: "present" | "empty";
};

/** Claims whose list is not of groups. */
const otherLists = /^(?:amr|aud|authorization_details|crit|scope|scp)$|permission/i;

/** Names of groups claims, empty ones included: RFC 9068 §2.2.3.1, and Okta's guides. */
const groupsName = /group|^roles$|^entitlements$/i;

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

/**
 * Whether a claim contains groups: a list of strings with a custom name, or any list whose name says so. That covers an
 * empty list, and pairs of name and ID, which an expression can return for each group.
 */
export function isGroupsClaim(name: string, value: JsonValue): boolean {
  if (otherLists.test(name)) return false;
  if (Array.isArray(value)) {
    return (
      groupsName.test(name) || (value.length > 0 && value.every((item) => typeof item === "string"))
    );
  }
  // An expression can join all groups into one string. It can't be split again: a name can contain commas.
  return typeof value === "string" && /^groups?(?:claim)?$/i.test(name);
}

function nameGroup(group: JsonValue): string {
  if (typeof group === "string") return group;
  if (isJsonObject(group)) {
    const name = readMember(group, "name");
    if (typeof name === "string") return name;
  }
  return JSON.stringify(group);
}
