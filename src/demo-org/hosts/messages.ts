/**
 * What the page asks of its worker.
 *
 * `claim`: control the page that asks, for after a hard reload it is controlled by none.
 * `keep_page`: keep a copy of the page's files, for the time when there is no network.
 */
export type PageMessage = { readonly type: "claim" } | { readonly type: "keep_page" };

/** @returns The message, or undefined for anything else that may have been posted to the worker. */
export function parsePageMessage(data: unknown): PageMessage | undefined {
  if (typeof data !== "object" || data === null || !("type" in data)) return undefined;
  if (data.type === "claim" || data.type === "keep_page") return { type: data.type };
  return undefined;
}
