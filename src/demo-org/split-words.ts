/** For long lists of names. */
export function splitWords(words: string): string[] {
  return words.trim().split(/\s+/);
}
