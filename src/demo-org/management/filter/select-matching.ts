import type { Context } from "hono";
import { matchesFilter } from "./matches-filter.ts";
import { parseFilter } from "./parse-filter.ts";
import { sortFound } from "./sort-found.ts";

/**
 * Keeps what the query parameters `filter` and `search` ask for; everything where there is neither. What a search
 * finds can be put in order with `sortBy` and `sortOrder`.
 *
 * Both take the same expressions, on every property that the API shows. Okta takes fewer in `filter`, and leaves `ne`
 * out for most objects. `filter` minds upper and lower case in what it compares, `search` does not.
 *
 * @param render An item as the API shows it, which is what the expressions are about.
 * @throws {ApiError} One of them is not well-formed.
 * @see Okta: Users API, "List all users"; Okta: Okta API reference, "Filter"
 */
export function selectMatching<T>(
  c: Context,
  items: readonly T[],
  render: (item: T) => unknown,
): readonly T[] {
  const filter = c.req.query("filter");
  const search = c.req.query("search");
  const conditions = [
    ...(filter ? [{ expression: parseFilter(filter), ignoresCase: false }] : []),
    ...(search ? [{ expression: parseFilter(search), ignoresCase: true }] : []),
  ];
  if (conditions.length === 0) return items;
  const found = items.filter((item) => {
    const shown = render(item);
    return conditions.every(({ expression, ignoresCase }) =>
      matchesFilter(expression, shown, ignoresCase),
    );
  });
  return search ? sortFound(c, found, render) : found;
}
