import { isJsonObject, type JsonObject, type JsonValue, readMember } from "../oidc/json.ts";

/** A claim that is not there at all is in no list: Okta leaves it out where no group matches. */
export type GroupsClaim = {
  name: string;
  /** One string a group, in the token's order; names may hold commas. */
  groups: readonly string[];
  state: "present" | "empty";
};

/** Claims of the specifications and of Okta that hold a list of something else. */
const otherLists = new Set(["amr", "aud", "authorization_details", "crit", "scope", "scp"]);

/** Names under which a list is a list of groups even while it is empty: RFC 9068 §2.2.3.1, and Okta's guides. */
const groupsName = /group|^roles$|^entitlements$/i;

/**
 * Finds every claim that holds groups, under whatever name the admin gave it.
 *
 * @param claims Those of any token, or of UserInfo.
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
 * Says whether a claim holds groups: a list of strings that no specification lays claim to, or a list, whatever
 * is in it, under a name that speaks of groups. The second is how a list stays known while it is empty, and how
 * the pairs of name and ID are known that an expression can make of each group.
 */
export function isGroupsClaim(name: string, value: JsonValue): boolean {
  if (otherLists.has(name)) return false;
  if (Array.isArray(value)) {
    return (
      groupsName.test(name) || (value.length > 0 && value.every((item) => typeof item === "string"))
    );
  }
  // An expression can also make one string of all groups. Where one name ends in it nobody can tell.
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
