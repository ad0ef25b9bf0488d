/** "20,000". Doesn't use `Intl`, whose first use takes 50 ms on a slow computer. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** "1 group", "20,000 groups" */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** @param and The last separator: `", and "` for words that contain "and" themselves. */
export function joinWords(words: readonly string[], and = " and "): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(and);
}

/** Prevents line breaks within "1 groups claim" or "15:41 UTC", for texts in narrow places. */
export function keepCounts(text: string): string {
  return text.replace(/\d (?:groups )?(?=[a-z]|UTC)/g, (count) => count.replaceAll(" ", "\u00a0"));
}
