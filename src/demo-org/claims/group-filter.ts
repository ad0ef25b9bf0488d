import { RE2JS } from "re2js";

/** How a groups claim picks groups by name, in the words of Okta's Management API. */
export type GroupFilter = {
  readonly group_filter_type: "STARTS_WITH" | "EQUALS" | "CONTAINS" | "REGEX";
  readonly value: string;
};

/**
 * Makes a test for group names out of a filter.
 *
 * The first three compare without regard to case and take their value literally; a regex regards case (Okta
 * Management API, `OAuth2ClaimGroupFilterType`). That a regex must match the whole name, that its dialect is
 * Java's, and that a pair of slashes around it only marks where it begins and ends, are unverified; chosen
 * because every example of Okta's is written so. RE2 runs in linear time, so no pattern can hang the org.
 *
 * @throws {RE2JSSyntaxException} The pattern cannot be read.
 */
export function compileGroupFilter({ group_filter_type, value }: GroupFilter) {
  const wanted = value.toLowerCase();
  switch (group_filter_type) {
    case "STARTS_WITH":
      return (name: string) => name.toLowerCase().startsWith(wanted);
    case "EQUALS":
      return (name: string) => name.toLowerCase() === wanted;
    case "CONTAINS":
      return (name: string) => name.toLowerCase().includes(wanted);
    case "REGEX": {
      const pattern = RE2JS.compile(
        /^\/.*\/$/s.test(value) ? value.slice(1, -1) : value,
        RE2JS.DOTALL,
      );
      return (name: string) => pattern.matches(name);
    }
  }
}
