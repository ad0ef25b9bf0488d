/** Two reloads of one address this close together are a loop, not a person who came back to it. */
const loopWithinMs = 30_000;

/** @returns What to keep, in this tab, of a reload that is about to happen. */
export function noteReload(href: string, nowMs: number): string {
  return `${nowMs} ${href}`;
}

/**
 * Whether an address may be reloaded, or has just been, to no avail.
 *
 * @param note What `noteReload` made of the last reload; null if there was none. Anything unreadable counts as none.
 */
export function isReloadDue(note: string | null, href: string, nowMs: number): boolean {
  if (note === null) return true;
  const gap = note.indexOf(" ");
  const sinceMs = nowMs - Number(note.slice(0, gap));
  return note.slice(gap + 1) !== href || !(sinceMs >= 0 && sinceMs < loopWithinMs);
}
