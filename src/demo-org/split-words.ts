/** Splits a text at spaces and line breaks. Long lists of names are easier to read as one text than as an array. */
export function splitWords(words: string): string[] {
  return words.trim().split(/\s+/);
}
