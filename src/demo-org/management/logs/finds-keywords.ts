/**
 * Whether each of a few words stands somewhere in a value, in any case.
 *
 * That part of a word will do is unverified; chosen because whoever looks for a name seldom types all of it.
 *
 * @param words Separated by spaces; none finds everything.
 * @see Okta: System Log API, "Keyword Filter"
 */
export function findsKeywords(words: string, value: unknown): boolean {
  const texts = listTexts(value).map((text) => text.toLowerCase());
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => texts.some((text) => text.includes(word)));
}

function listTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(listTexts);
}
