import * as v from "valibot";
import type { Configuration } from "../../model/configuration.ts";
import { invalidCursor } from "./api-error.ts";
import type { ManagementRequest } from "./management-request.ts";
import { parseFields } from "./parse-body.ts";

const querySchema = v.object({
  limit: v.pipe(v.string(), v.regex(/^\d{1,9}$/, "Must be a whole number")),
});

export type TextFilter<T> = {
  readonly parameter?: "search";
  readonly match: "start" | "part";
  readonly of: (item: T, configuration: Configuration) => readonly string[];
};

export function filterByText<T>(
  { c, configuration }: ManagementRequest,
  items: readonly T[],
  { parameter, match, of }: TextFilter<T>,
): readonly T[] {
  const wanted = c.req.query(parameter ?? "q")?.toLowerCase() ?? "";
  return items.filter((item) =>
    of(item, configuration)
      .map((text) => text.toLowerCase())
      .some((text) => (match === "start" ? text.startsWith(wanted) : text.includes(wanted))),
  );
}

/** @throws {ApiError} `limit` or `after` is invalid. @see Okta: Okta API reference, "Pagination"; RFC 8288 */
export async function sendList<T extends { readonly id: string }>(
  { c, org }: ManagementRequest,
  items: readonly T[],
  render: (item: T) => unknown,
  pageSize: number,
): Promise<Response> {
  const sent = c.req.query("limit");
  const wanted =
    sent === undefined
      ? pageSize
      : Number(parseFields({ limit: sent }, querySchema, "limit").limit);
  const limit = Math.max(1, Math.min(wanted, 10_000));
  const after = c.req.query("after");
  const start = after === undefined ? 0 : findStart(items, after);
  const page = items.slice(start, start + limit);

  const self = new URL(`${new URL(org.baseUrl).origin}${c.req.path}${new URL(c.req.url).search}`);
  c.header("Link", `<${self.href}>; rel="self"`, { append: true });
  const last = page.at(-1);
  const next = items[start + limit];
  if (last !== undefined && next !== undefined) {
    self.searchParams.set("after", `${last.id}${separator}${next.id}`);
    self.searchParams.set("limit", String(limit));
    c.header("Link", `<${self.href}>; rel="next"`, { append: true });
  }
  return c.json(await Promise.all(page.map(render)));
}

const separator = "*";

/** A cursor has the last item of a page and the next one, so that a script can delete a page and continue. */
function findStart(items: readonly { readonly id: string }[], cursor: string): number {
  const ids = items.map(({ id }) => id);
  const [last = "", next = ""] = cursor.split(separator);
  const lastIndex = ids.indexOf(last);
  const start = lastIndex === -1 ? ids.indexOf(next) : lastIndex + 1;
  if (start === -1) throw invalidCursor();
  return start;
}
