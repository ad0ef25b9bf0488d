import type { Configuration } from "../../model/configuration.ts";
import { invalid, invalidCursor } from "./api-error.ts";
import type { ManagementRequest } from "./management-request.ts";

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
  request: ManagementRequest,
  items: readonly T[],
  render: (item: T) => unknown,
  pageSize: number,
): Promise<Response> {
  const { c } = request;
  const wanted = c.req.query("limit") ?? String(pageSize);
  if (!/^\d{1,9}$/.test(wanted)) throw invalid("limit", ["limit: Must be a whole number"]);
  const limit = Math.max(1, Math.min(Number(wanted), 10_000));
  const after = c.req.query("after");
  const start = after === undefined ? 0 : findStart(items, after);
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  const next = items[start + limit];
  addLinks(
    request,
    last && next && { after: `${last.id}${separator}${next.id}`, limit: String(limit) },
  );
  return c.json(await Promise.all(page.map(render)));
}

/** @param next The parameters of the next page, if there is one. */
export function addLinks(
  { c, org }: ManagementRequest,
  next: Readonly<Record<string, string>> | undefined,
): void {
  const url = new URL(`${new URL(org.baseUrl).origin}${c.req.path}${new URL(c.req.url).search}`);
  c.header("Link", `<${url.href}>; rel="self"`, { append: true });
  if (!next) return;
  for (const [name, value] of Object.entries(next)) url.searchParams.set(name, value);
  c.header("Link", `<${url.href}>; rel="next"`, { append: true });
}

const separator = "*";

/** A cursor contains the IDs of a page's last item and the next item, so that a script can delete each page it gets. */
function findStart(items: readonly { readonly id: string }[], cursor: string): number {
  const ids = items.map(({ id }) => id);
  const [last = "", next = ""] = cursor.split(separator);
  const lastIndex = ids.indexOf(last);
  const start = lastIndex === -1 ? ids.indexOf(next) : lastIndex + 1;
  if (start === -1) throw invalidCursor();
  return start;
}
