/** `claim`: control the page, which has no controller after a hard reload. `keep_page`: cache its files. */
export type PageMessage = { readonly type: "claim" } | { readonly type: "keep_page" };

export function parsePageMessage(data: unknown): PageMessage | undefined {
  if (typeof data !== "object" || data === null || !("type" in data)) return undefined;
  if (data.type === "claim" || data.type === "keep_page") return { type: data.type };
  return undefined;
}
