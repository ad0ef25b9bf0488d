/**
 * Whether a value contains each keyword as a string, as a word of one, or as a part between hyphens. Ignores case.
 *
 * @param words Separated by spaces. An empty list matches everything.
 * @see Okta: System Log API, "Keyword filter"
 */
export function findsKeywords(words: string, value: unknown): boolean {
  const candidates = new Set(listTexts(value).flatMap(listCandidates));
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => word === "" || candidates.has(word));
}

function listCandidates(text: string): readonly string[] {
  const words = text.toLowerCase().split(/\s+/);
  return words.flatMap((word) => [word, ...word.split("-")]);
}

function listTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(listTexts);
}
