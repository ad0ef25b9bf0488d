/**
 * Shortens a server's text: a word of 100,000 letters would block the browser's layout for a minute. A character that the
 * cut would halve is left out.
 */
export function shorten(text: string, maxLength = 300): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength).replace(/\p{Cs}$/u, "")}…`;
}
