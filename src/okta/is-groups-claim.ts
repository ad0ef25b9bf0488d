import { isJsonObject, type JsonValue } from "../oidc/json.ts";

/** Claims whose list is never one of groups. */
const otherLists = /^(?:amr|aud|authorization_details|crit|scope|scp)$|permission/i;

/** Names that say groups: those of Okta's guides, and of directories. */
const groupsName = /group|^member_?of$/i;

/** Names whose value is meant to be groups, whatever its shape. */
const exactName = /^(?:dynamic_)?groups?(?:claim)?$/i;

/**
 * What the claims of an org's set-up are made of, by name: the user's groups, or something else. Names that are not in
 * it are judged by themselves.
 */
export type ClaimOrigins = ReadonlyMap<string, "groups" | "other">;

/**
 * Whether a claim is made to contain groups, in whatever shape: by what it is made of, else by its name. A list of
 * strings alone says nothing: roles, permissions and scopes are lists of strings, too.
 */
export function isGroupsClaim(name: string, value: JsonValue, origins?: ClaimOrigins): boolean {
  const origin = origins?.get(name);
  if (origin) return origin === "groups" && value !== null;
  if (otherLists.test(name)) return false;
  if (Array.isArray(value)) return groupsName.test(name);
  return exactName.test(name) && (typeof value === "string" || isOddShape(value));
}

/**
 * Whether a claim is a list of texts that may be groups, but nothing says so: `roles`, `teams`. A list of scopes is
 * none.
 */
export function isListOfTexts(name: string, value: JsonValue): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === "string") &&
    !value.includes("openid") &&
    !otherLists.test(name)
  );
}

function isOddShape(value: JsonValue): boolean {
  return typeof value === "number" || isJsonObject(value);
}
