import { RE2JS } from "re2js";
import { memoizeLatest } from "../../memoize.ts";
import { describeUnreadable, type PatternProblem, tooLargePatterns } from "./pattern-problem.ts";
import { estimateCompileCost } from "./regex-compile-cost.ts";

export type Pattern =
  | {
      readonly kind: "pattern";
      readonly matches: (text: string) => boolean;
      /** Steps for each character of text: an estimate to within a factor of two. */
      readonly size: number;
      readonly reading: number;
    }
  | PatternProblem;

/** More than a group name needs, which has at most 255 characters. */
const sizeLimit = 1000;

/** Takes some hundredths of a second. */
const readingLimit = 2_500_000;

/** Larger than the size limit, for syntax with many characters and one step, such as a class. */
const lengthLimit = 4000;

/** More than an org's claims have. Their patterns are the same at each sign-in. */
const cacheSize = 100;

/**
 * RE2 never backtracks, but `(a?){1000}` takes a thousand steps for each character, and large classes take long to
 * parse. @see https://github.com/google/re2/wiki/Syntax
 */
export function parsePattern(source: string): Pattern {
  return source.length > lengthLimit ? tooLargePatterns.length : compile(source);
}

const compile = memoizeLatest<Pattern>((source) => {
  const size = estimateSize(source);
  const reading = estimateCompileCost(source, size);
  if (size > sizeLimit) return tooLargePatterns.size;
  if (reading > readingLimit) return tooLargePatterns.reading;
  try {
    const regex = RE2JS.compile(source);
    return { kind: "pattern", matches: (text) => regex.matches(text), size, reading };
  } catch (cause) {
    return describeUnreadable(cause);
  }
}, cacheSize);

/** Unverified: that the whole name must match, and that a pair of slashes is ignored, as in Okta's examples. */
export function parseNamePattern(value: string): Pattern {
  return parsePattern(/^\/(.*)\/$/s.exec(value)?.[1] ?? value);
}

/** Syntax for one character. A quotation counts by its length. */
const atoms = /\\Q.*?(?:\\E|$)|\\[pPx]\{[^}]*\}|\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]/gs;

/** With counted repeats written out. */
function estimateSize(source: string): number {
  const flat = source.replace(atoms, (atom) =>
    atom.startsWith("\\Q") ? "x".repeat(atom.length) : "x",
  );
  /** `last` is the size of what a repeat would repeat. */
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
