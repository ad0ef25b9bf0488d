/** "Everyone", "Everyone and IT", "Everyone, IT and Sales". */
export function joinWords(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(" and ");
}
