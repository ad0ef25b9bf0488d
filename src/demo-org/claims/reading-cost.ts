/** A script's letters are hundreds of ranges, and all of them are put in order with those beside them. */
const costOfUnicodeClass = 12_500;

/** Without regard to case, each character of a range is looked up. */
const costOfFoldedCharacter = 5;

/** The last character that has another case. */
const lastFolded = 0x1e943;

/** What a range can begin or end with. */
const item = /\\x\{[0-9A-Fa-f]+\}|\\x[0-9A-Fa-f]{2}|\\.|./gsu;

/**
 * How long it takes to read a pattern, on the scale of its size: of what a character of text takes for each step of
 * the pattern's program. Few characters can ask for much: `(?i)[Ā-￿]` for as much as ten thousand of text.
 *
 * An estimate that is rather too high: what only looks like a range counts as one.
 *
 * @param size How many steps the pattern's program has.
 */
export function estimateReading(source: string, size: number): number {
  const unicodeClasses = source.match(/\\[pP]/g)?.length ?? 0;
  const folded = /\(\?[A-Za-z]*i/.test(source) ? countRanged(source) : 0;
  return (
    100 * (size + source.length) +
    costOfUnicodeClass * unicodeClasses +
    costOfFoldedCharacter * folded
  );
}

/** How many characters all ranges have together. */
function countRanged(source: string): number {
  const items = source.match(item) ?? [];
  return items.reduce((sum, first, index) => {
    const last = items[index + 2];
    if (items[index + 1] !== "-" || last === undefined) return sum;
    return sum + Math.max(0, Math.min(readCharacter(last), lastFolded) - readCharacter(first));
  }, 0);
}

function readCharacter(text: string): number {
  const hexadecimal = /^\\x\{?([0-9A-Fa-f]+)/.exec(text)?.[1];
  if (hexadecimal !== undefined) return Number.parseInt(hexadecimal, 16);
  return text.codePointAt(text.startsWith("\\") ? 1 : 0) ?? 0;
}
