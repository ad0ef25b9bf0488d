import type { Group } from "../api/okta-objects.ts";

const sources = {
  OKTA_GROUP: "Okta",
  BUILT_IN: "Built in",
  APP_GROUP: "Imported",
} as const;

/** Where a group comes from. Filters find Okta groups and the built-in one, not imported ones. */
export function describeSource(type: Group["type"]): string {
  return sources[type];
}

/** Who decides about the members of a group that can't be changed here. */
export function describeManager(type: Group["type"]): string {
  return type === "APP_GROUP" ? "Managed by its source" : "Managed by Okta";
}
