import { findString } from "../oidc/find-string.ts";
import { isJsonObject, type JsonObject, type JsonValue, writeJson } from "../oidc/json.ts";
import { type ClaimOrigins, isGroupsClaim, isListOfTexts } from "./is-groups-claim.ts";

export type GroupsClaim = {
  name: string;
  /** One string for each group, in the token's order. A name can contain commas. */
  groups: readonly string[];
  /** `empty`: no entry names a group. `text`: the claim is not a list, so most apps find no groups. */
  state: "present" | "empty" | "text";
};

/** Finds the groups claims, which can have any name. @see Okta: Customize tokens returned from Okta with a Groups claim */
export function findGroupsClaims(
  claims: JsonObject,
  origins?: ClaimOrigins,
): readonly GroupsClaim[] {
  return Object.entries(claims)
    .filter(([name, value]) => isGroupsClaim(name, value, origins))
    .map(([name, value]) => ({ name, groups: nameGroups(value), state: judgeShape(value) }));
}

/** Memoizes the names by the claim's value. The page needs them several times, which is slow for 20,000 groups. */
const namedGroups = new WeakMap<object, readonly string[]>();

function nameGroups(value: JsonValue): readonly string[] {
  if (!Array.isArray(value)) return [nameGroup(value)];
  const named = namedGroups.get(value) ?? value.map(nameGroup);
  namedGroups.set(value, named);
  return named;
}

/** Finds lists of strings that may be groups, although neither their names nor the org's set-up say so. */
export function findListsOfTexts(
  claims: JsonObject,
  origins?: ClaimOrigins,
): readonly { name: string; texts: readonly string[] }[] {
  return Object.entries(claims).flatMap(([name, value]) =>
    isListOfTexts(name, value) && !isGroupsClaim(name, value, origins)
      ? [{ name, texts: value }]
      : [],
  );
}

function judgeShape(value: JsonValue): GroupsClaim["state"] {
  if (!Array.isArray(value)) return value === "" ? "empty" : "text";
  if (value.some(namesGroup)) return "present";
  return value.every((item) => typeof item === "string") ? "empty" : "text";
}

function namesGroup(item: JsonValue): boolean {
  return typeof item === "string" ? item.trim() !== "" : isJsonObject(item);
}

function nameGroup(group: JsonValue): string {
  if (typeof group === "string") return group;
  return (isJsonObject(group) ? findString(group, "name") : undefined) ?? writeJson(group);
}
