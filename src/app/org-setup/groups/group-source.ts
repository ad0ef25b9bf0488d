import type { Group } from "../api/okta-objects.ts";

const sources = {
  OKTA_GROUP: "Okta",
  BUILT_IN: "Built in",
  APP_GROUP: "Imported",
} as const;

/** Where a group comes from, which decides who can change it and what filter sees it. */
export function describeSource(type: Group["type"]): string {
  return sources[type];
}
