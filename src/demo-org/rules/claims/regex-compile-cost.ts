/** A Unicode class has hundreds of ranges, which the parser sorts together with its neighbours. */
const costOfUnicodeClass = 12_500;

/** Each character of a case-insensitive range is looked up. */
const costOfFoldedCharacter = 5;

/** The last character that has another case. */
const lastFolded = 0x1e943;

const item = /\\x\{[0-9A-Fa-f]+\}|\\x[0-9A-Fa-f]{2}|\\.|./gsu;

/** In steps for one character of text. `(?i)[Ā-￿]` costs as much as matching ten thousand. Overestimates. */
export function estimateCompileCost(source: string, size: number): number {
  const unicodeClasses = source.match(/\\[pP]/g)?.length ?? 0;
  const folded = /\(\?[A-Za-z]*i/.test(source) ? countRanged(source) : 0;
  return (
    100 * (size + source.length) +
    costOfUnicodeClass * unicodeClasses +
    costOfFoldedCharacter * folded
  );
}

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
