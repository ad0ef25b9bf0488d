/**
 * Finds an answer in the page's address. That to the implicit flow stands behind the `#`. The page asks for no other,
 * but whoever sends a request by hand may be answered in the query: RFC 6749 §4.1.2.
 *
 * @returns With its `#` or `?`; `undefined` where nothing came.
 */
export function findAnswer({ hash, search }: { hash: string; search: string }): string | undefined {
  if (hash !== "") return hash;
  const names = new URLSearchParams(search);
  return names.has("error") || names.has("code") ? search : undefined;
}
