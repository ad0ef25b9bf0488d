import leven from "leven";

/** Finds the most similar name, with at most one mistyped letter in four. Ignores case. */
export function findSimilar(typed: string, names: Iterable<string>): string | undefined {
  const wanted = typed.toLowerCase();
  const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 4)));
  let nearest: { name: string; distance: number } | undefined;
  for (const name of names) {
    const distance = measure(wanted, name.toLowerCase(), limit);
    if (distance <= limit && distance < (nearest?.distance ?? limit + 1)) {
      nearest = { name, distance };
    }
  }
  return nearest?.name;
}

/** Swapped letters and a cut-off end count as one mistyped letter. */
function measure(wanted: string, name: string, limit: number): number {
  if (sortLetters(wanted) === sortLetters(name)) return wanted === name ? 0 : 1;
  if (wanted.length >= 4 && name.startsWith(wanted)) return 1;
  return leven(wanted, name, { maxDistance: limit + 1 });
}

function sortLetters(word: string): string {
  return [...word].sort().join("");
}
