import type { JsonValue } from "../oidc/json.ts";

/** Claims whose list is not of groups. */
const otherLists = /^(?:amr|aud|authorization_details|crit|scope|scp)$|permission/i;

/** Names of groups claims, empty ones included: RFC 9068 §2.2.3.1, and Okta's guides. */
const groupsName = /group|^roles$|^entitlements$/i;

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
