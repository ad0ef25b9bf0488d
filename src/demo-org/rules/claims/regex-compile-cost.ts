/** A Unicode class has hundreds of ranges, which the parser sorts together with its neighbours. */
const costOfUnicodeClass = 12_500;

/** Case-insensitive: each character of a range is looked up. */
const costOfFoldedCharacter = 5;

/** The last character that has another case. */
const lastFolded = 0x1e943;

/** One end of a range. */
const item = /\\x\{[0-9A-Fa-f]+\}|\\x[0-9A-Fa-f]{2}|\\.|./gsu;

/**
 * Estimates the cost of parsing a pattern, in the unit of its size: steps of the program for one character of text. A
 * short pattern can be expensive: `(?i)[Ā-￿]` costs as much as matching ten thousand characters.
 *
 * Rather overestimates: anything that looks like a range counts as one.
 *
 * @param size Number of steps in the pattern's program.
 */
export function estimateCompileCost(source: string, size: number): number {
  const unicodeClasses = source.match(/\\[pP]/g)?.length ?? 0;
  const folded = /\(\?[A-Za-z]*i/.test(source) ? countRanged(source) : 0;
  return (
    100 * (size + source.length) +
    costOfUnicodeClass * unicodeClasses +
    costOfFoldedCharacter * folded
  );
}

/** Number of characters in all ranges. */
function countRanged(source: string): number {
  const items = source.match(item) ?? [];
  return items.reduce((sum, first, index) => {
    const last = items[index + 2];
    if (items[index + 1] !== "-" || last === undefined) return sum;
    return sum + Math.max(0, Math.min(parseCharacter(last), lastFolded) - parseCharacter(first));
  }, 0);
}

function parseCharacter(text: string): number {
  const hexadecimal = /^\\x\{?([0-9A-Fa-f]+)/.exec(text)?.[1];
  if (hexadecimal !== undefined) return Number.parseInt(hexadecimal, 16);
  return text.codePointAt(text.startsWith("\\") ? 1 : 0) ?? 0;
}
