/**
 * How a filter holds group names against its value: as the API has it, and as the Admin Console calls it.
 *
 * @see Okta: Authorization Servers API, group_filter_type
 */
export const filterTypes = [
  { value: "STARTS_WITH", label: "Starts with" },
  { value: "EQUALS", label: "Equals" },
  { value: "CONTAINS", label: "Contains" },
  { value: "REGEX", label: "Matches regex" },
] as const;

export type FilterType = (typeof filterTypes)[number]["value"];
