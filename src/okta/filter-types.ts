/** Types of group filters: API values and Admin Console labels. @see Okta: Authorization Servers API, group_filter_type */
export const filterTypes = [
  { value: "STARTS_WITH", label: "Starts with" },
  { value: "EQUALS", label: "Equals" },
  { value: "CONTAINS", label: "Contains" },
  { value: "REGEX", label: "Matches regex" },
] as const;

export type FilterType = (typeof filterTypes)[number]["value"];

export function nameFilterType(type: FilterType): string {
  return filterTypes.find(({ value }) => value === type)?.label ?? type;
}

/** Describes a group filter in the wording of the Admin Console, such as "Starts with IT". */
export function describeFilter({ type, value }: { type: FilterType; value: string }): string {
  return `${nameFilterType(type)} ${value}`;
}
