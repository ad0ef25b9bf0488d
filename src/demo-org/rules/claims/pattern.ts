import { RE2JS } from "re2js";
import { memoizeLatest } from "../../memoize.ts";
import { describeSyntaxError, type PatternProblem, tooLargePatterns } from "./pattern-problem.ts";

export type Pattern =
  | {
      readonly kind: "pattern";
      readonly matches: (text: string) => boolean;
      /** Estimated matching steps for each character of text, accurate to a factor of two. */
      readonly size: number;
      readonly compileCost: number;
    }
  | PatternProblem;

/** More than a pattern for a group name needs: names have at most 255 characters. */
const sizeLimit = 1000;

const compileCostLimit = 2_500_000;

/** Larger than the size limit, because some syntax has many characters but one step, such as a character class. */
const lengthLimit = 4000;

/** More patterns than an org's claims have. A claim has the same pattern at each sign-in. */
const cacheSize = 100;

/**
 * Limits a pattern's size: RE2 never backtracks, but `(a?){1000}` takes 1000 steps for each character.
 * @see https://github.com/google/re2/wiki
 */
export function parsePattern(source: string): Pattern {
  return source.length > lengthLimit ? tooLargePatterns.length : compile(source);
}

const compile = memoizeLatest<Pattern>((source) => {
  const size = estimateSize(source);
  const compileCost = estimateCompileCost(source, size);
  if (size > sizeLimit) return tooLargePatterns.size;
  if (compileCost > compileCostLimit) return tooLargePatterns.compileCost;
  try {
    const regex = RE2JS.compile(source);
    return { kind: "pattern", matches: (text) => regex.matches(text), size, compileCost };
  } catch (cause) {
    return describeSyntaxError(cause);
  }
}, cacheSize);

/** Unverified: that the whole name must match, and that a pair of slashes is ignored, as in Okta's examples. */
export function parseNamePattern(value: string): Pattern {
  return parsePattern(/^\/(.*)\/$/s.exec(value)?.[1] ?? value);
}

/** Syntax that matches one character, and quotations (`\Q…\E`), which count by their length. */
const atoms = /\\Q.*?(?:\\E|$)|\\[pPx]\{[^}]*\}|\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]/gs;

function estimateSize(source: string): number {
  const flat = source.replace(atoms, (atom) =>
    atom.startsWith("\\Q") ? "x".repeat(atom.length) : "x",
  );
  /** `last` is the size of the part that a following quantifier would repeat. */
  const open: { size: number; last: number }[] = [{ size: 0, last: 0 }];
  for (const [piece] of flat.matchAll(/\{\d+(?:,\d*)?\}|./gs)) {
    const group = open.at(-1);
    if (!group) break;
    const counts = /^\{(\d+)(?:,(\d*))?\}$/.exec(piece);
    if (counts) {
      const repeated = group.last * Math.max(Number(counts[1]) + 1, Number(counts[2] ?? 0));
      group.size += repeated;
      group.last += repeated;
    } else if (piece === "(") {
      open.push({ size: 2, last: 0 });
    } else if (piece === ")" && open.length > 1) {
      open.pop();
      const outer = open.at(-1);
      if (outer) {
        outer.size += group.size;
        outer.last = group.size;
      }
    } else {
      group.size += 1;
      group.last = /[*+?]/.test(piece) ? group.last + 1 : 1;
    }
  }
  return open.reduce((sum, { size }) => sum + size, 0);
}

/** A Unicode class has hundreds of ranges. The parser sorts them together with those of neighbouring classes. */
const costOfUnicodeClass = 12_500;

const costOfFoldedCharacter = 5;

const lastFolded = 0x1e943;

const item = /\\x\{[0-9A-Fa-f]+\}|\\x[0-9A-Fa-f]{2}|\\.|./gsu;

/** Overestimates the cost in matching steps. Compiling `(?i)[Ā-￿]` takes as long as matching 10,000 characters. */
function estimateCompileCost(source: string, size: number): number {
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
