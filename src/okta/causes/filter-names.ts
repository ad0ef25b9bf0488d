import type { FilterType } from "../org-set-up.ts";

/** As the Admin Console names them. */
export const filterNames: Record<FilterType, string> = {
  STARTS_WITH: "Starts with",
  EQUALS: "Equals",
  CONTAINS: "Contains",
  REGEX: "Matches regex",
};
