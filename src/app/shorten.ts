/**
 * Cuts a text that came from outside to what a line of the page can say. Nothing that comes has a length to rely on,
 * and a word of a hundred thousand letters keeps a browser busy for a minute.
 */
export function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

const longest = 300;
