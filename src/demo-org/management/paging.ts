import * as v from "valibot";
import type { ManagementRequest } from "./management-request.ts";
import { parseFields } from "./read-body.ts";

const querySchema = v.object({
  limit: v.pipe(v.string(), v.regex(/^\d{1,9}$/, "Must be a whole number")),
});

type Paging<T> = {
  /** How many a page has where the call does not say. */
  readonly pageSize: number;
  /** What `after` names the last one of a page by. */
  readonly idOf: (item: T) => string;
};

/**
 * Sends a part of a list, with links to itself and to the next part as Okta's clients follow them.
 *
 * `after` stands for the item with that ID; where it is no longer there, the list begins anew.
 *
 * @throws {ApiError} `limit` is no number.
 * @see Okta: Okta API reference, "Pagination"; RFC 8288
 */
export function sendList<T>(
  { c, org }: ManagementRequest,
  items: readonly T[],
  render: (item: T) => unknown,
  { pageSize, idOf }: Paging<T>,
): Response {
  const asked = c.req.query("limit");
  const wanted =
    asked === undefined
      ? pageSize
      : Number(parseFields({ limit: asked }, querySchema, "limit").limit);
  const limit = Math.max(1, Math.min(wanted, 10_000));
  const after = c.req.query("after");
  const start = after === undefined ? 0 : items.findIndex((item) => idOf(item) === after) + 1;
  const page = items.slice(start, start + limit);

  const self = new URL(`${new URL(org.baseUrl).origin}${c.req.path}${new URL(c.req.url).search}`);
  c.header("Link", `<${self.href}>; rel="self"`, { append: true });
  const last = page.at(-1);
  if (last !== undefined && start + limit < items.length) {
    self.searchParams.set("after", idOf(last));
    self.searchParams.set("limit", String(limit));
    c.header("Link", `<${self.href}>; rel="next"`, { append: true });
  }
  return c.json(page.map(render));
}
