const maxLength = 300;

/** Shortens a server's text: a word of 100,000 letters would block the browser's layout for a minute. */
export function shorten(text: string): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength).replace(/\p{Cs}$/u, "")}…`;
}
