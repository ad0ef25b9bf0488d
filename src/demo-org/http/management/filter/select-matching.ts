import type { Context } from "hono";
import { findTextOrder, listValues, matchesFilter } from "./matches-filter.ts";
import { parseFilter } from "./parse-filter.ts";

/**
 * `filter` is case-sensitive, `search` isn't. @see Okta: Users API, "List all users"; Okta API reference, "Filter"
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

/** Items without a string there come last. @see Okta: Users API and Groups API, "List all", `sortBy` */
function sortFound<T>(c: Context, items: readonly T[], render: (item: T) => unknown): readonly T[] {
  const path = c.req.query("sortBy")?.split(".");
  if (!path) return items;
  const direction = c.req.query("sortOrder")?.toLowerCase() === "desc" ? -1 : 1;
  return items
    .map((item) => ({ item, text: toText(render(item), path) }))
    .sort((one, other) => {
      if (one.text === undefined || other.text === undefined)
        return Number(one.text === undefined) - Number(other.text === undefined);
      return direction * findTextOrder(one.text, other.text);
    })
    .map(({ item }) => item);
}

function toText(shown: unknown, path: readonly string[]): string | undefined {
  const [value] = listValues(shown, path);
  return typeof value === "string" ? value.toLowerCase() : undefined;
}
