const loopWithinMs = 30_000;

export function noteReload(href: string, nowMs: number): string {
  return `${nowMs} ${href}`;
}

/** Whether an address can be reloaded, or was just reloaded without success. An invalid note counts as none. */
export function isReloadDue(note: string | null, href: string, nowMs: number): boolean {
  if (note === null) return true;
  const gap = note.indexOf(" ");
  const sinceMs = nowMs - Number(note.slice(0, gap));
  return note.slice(gap + 1) !== href || !(sinceMs >= 0 && sinceMs < loopWithinMs);
}
