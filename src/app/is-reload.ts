/** Whether the page was opened by a reload, not by a link or from the history. */
export function isReload(): boolean {
  return performance
    .getEntriesByType("navigation")
    .some((entry) => "type" in entry && entry.type === "reload");
}
