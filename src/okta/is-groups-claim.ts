import type { JsonValue } from "../oidc/json.ts";

const otherLists = /^(?:amr|aud|authorization_details|crit|scope|scp)$|permission/i;

/** Names in Okta's guides and in directories that suggest groups. */
const groupsName = /group|^member_?of$/i;

/** Names that mean groups even if the value is not a list. */
const exactName = /^(?:dynamic_)?groups?(?:claim)?$/i;

/** Whether each claim of the org's set-up, by name, is made of groups. */
export type ClaimOrigins = ReadonlyMap<string, "groups" | "other">;

/** Judges by the claim's origin, else by its name, because roles, permissions and scopes are also lists of strings. */
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
