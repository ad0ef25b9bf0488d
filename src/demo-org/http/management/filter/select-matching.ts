import type { Context } from "hono";
import { findTextOrder, listValues, parseFilter } from "./parse-filter.ts";

/**
 * Applies the request's `filter`, which is case-sensitive, and its `search`, which isn't.
 * @see Okta: Users API, "List all users"; Okta API reference, "Filter"
 */
export async function selectMatching<T>(
  c: Context,
  items: readonly T[],
  render: (item: T) => unknown,
): Promise<readonly T[]> {
  const filter = c.req.query("filter");
  const search = c.req.query("search");
  const conditions = [
    ...(filter ? [parseFilter(filter, false)] : []),
    ...(search ? [parseFilter(search, true)] : []),
  ];
  if (conditions.length === 0) return items;
  const shown = await Promise.all(items.map(async (item) => ({ item, shown: await render(item) })));
  const found = shown.filter((it) => conditions.every((isMatch) => isMatch(it.shown)));
  const sortBy = search ? c.req.query("sortBy")?.split(".") : undefined;
  const sorted = sortBy ? sortFound(found, sortBy, c.req.query("sortOrder")) : found;
  return sorted.map(({ item }) => item);
}

/** Sorts items without a string at `path` last. @see Okta: Users API and Groups API, "List all", `sortBy` */
function sortFound<T extends { readonly shown: unknown }>(
  found: readonly T[],
  path: readonly string[],
  order = "",
): readonly T[] {
  const direction = order.toLowerCase() === "desc" ? -1 : 1;
  return found
    .map((it) => ({ it, text: toText(it.shown, path) }))
    .sort((one, other) => {
      if (one.text === undefined || other.text === undefined)
        return Number(one.text === undefined) - Number(other.text === undefined);
      return direction * findTextOrder(one.text, other.text);
    })
    .map(({ it }) => it);
}

function toText(shown: unknown, path: readonly string[]): string | undefined {
  const [value] = listValues(shown, path);
  return typeof value === "string" ? value.toLowerCase() : undefined;
}
