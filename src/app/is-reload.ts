/** Whether the user has reloaded the page: not followed a link to it, and not returned to it. */
export function isReload(): boolean {
  return performance
    .getEntriesByType("navigation")
    .some((entry) => "type" in entry && entry.type === "reload");
}
