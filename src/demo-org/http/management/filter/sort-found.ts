import type { Context } from "hono";
import { readPath } from "./matches-filter.ts";
import { findTextOrder } from "./text-order.ts";

/**
 * Sorts the result of a search by the property in `sortBy`, descending with `sortOrder=desc`.
 *
 * Items without a string there come last. Without `sortBy`, and among equals, the org's order is kept (Okta sorts by
 * ID).
 *
 * @see Okta: Users API and Groups API, "List all", `sortBy`
 */
export function sortFound<T>(
  c: Context,
  items: readonly T[],
  render: (item: T) => unknown,
): readonly T[] {
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
  const [value] = readPath(shown, path);
  return typeof value === "string" ? value.toLowerCase() : undefined;
}
