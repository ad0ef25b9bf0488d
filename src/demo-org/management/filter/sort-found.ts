import type { Context } from "hono";
import { readPath } from "./matches-filter.ts";
import { findTextOrder } from "./text-order.ts";

/**
 * Puts what a search has found in the order of the property that `sortBy` names, downwards with `sortOrder=desc`.
 *
 * What has no text there comes last. Without `sortBy`, or among equals, all stay in the org's order (at Okta by ID).
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
    .map((item) => ({ item, text: readText(render(item), path) }))
    .sort((one, other) => {
      if (one.text === undefined || other.text === undefined)
        return Number(one.text === undefined) - Number(other.text === undefined);
      return direction * findTextOrder(one.text, other.text);
    })
    .map(({ item }) => item);
}

function readText(shown: unknown, path: readonly string[]): string | undefined {
  const [value] = readPath(shown, path);
  return typeof value === "string" ? value.toLowerCase() : undefined;
}
