import type { JsonValue } from "../oidc/json.ts";

const otherLists = /^(?:amr|aud|authorization_details|crit|scope|scp)$|permission/i;

/** Names that say groups: those of Okta's guides, and of directories. */
const groupsName = /group|^member_?of$/i;

/** Names whose value is meant to be groups, whatever its shape. */
const exactName = /^(?:dynamic_)?groups?(?:claim)?$/i;

/** What each claim of the org's set-up is made of, by name. */
export type ClaimOrigins = ReadonlyMap<string, "groups" | "other">;

/** By the claim's origin, else by its name: roles, permissions and scopes are lists of strings, too. */
export function isGroupsClaim(name: string, value: JsonValue, origins?: ClaimOrigins): boolean {
  const origin = origins?.get(name);
  if (origin) return origin === "groups" && value !== null;
  if (otherLists.test(name)) return false;
  return (Array.isArray(value) ? groupsName : exactName).test(name);
}

export function isListOfTexts(name: string, value: JsonValue): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === "string") &&
    !value.includes("openid") &&
    !otherLists.test(name)
  );
}
