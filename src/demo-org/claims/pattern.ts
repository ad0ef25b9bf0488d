import { RE2JS } from "re2js";
import { rememberLatest } from "../remember.ts";
import { describeUnreadable, type PatternProblem, tooLargePatterns } from "./pattern-problem.ts";
import { estimateReading } from "./reading-cost.ts";

/** What became of a regular expression. */
export type Pattern =
  | {
      readonly kind: "pattern";
      /** Whether all of the text matches. */
      readonly matches: (text: string) => boolean;
      /** How many steps it takes for a character of text, at most: an estimate to within a factor of two. */
      readonly size: number;
      /** How many such steps it took to read. */
      readonly reading: number;
    }
  | PatternProblem;

/** More than a group's name could need, which has 255 characters at most. */
const sizeLimit = 1000;

/** Some hundredths of a second. */
const readingLimit = 2_500_000;

/** Room for what takes many characters and one step, such as a class. */
const lengthLimit = 4000;

/** More than the claims of an org have, whose patterns are the same at each sign-in. */
const remembered = 100;

/**
 * Reads a regular expression that somebody wrote, so that it cannot hold up the org.
 *
 * RE2 takes time linear to the text, with no way back and so no catastrophe. What is left to bound is its program:
 * `(a?){1000}` is a thousand steps for each character, and a row of such a hundred thousand. So is the reading itself,
 * where classes are large.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function readPattern(source: string): Pattern {
  return source.length > lengthLimit ? tooLargePatterns.length : compile(source);
}

const compile = rememberLatest<Pattern>((source) => {
  const size = estimateSize(source);
  const reading = estimateReading(source, size);
  if (size > sizeLimit) return tooLargePatterns.size;
  if (reading > readingLimit) return tooLargePatterns.reading;
  try {
    const regex = RE2JS.compile(source);
    return { kind: "pattern", matches: (text) => regex.matches(text), size, reading };
  } catch (cause) {
    return describeUnreadable(cause);
  }
}, remembered);

/**
 * A regex for groups' names.
 *
 * That the whole name must match, and that one pair of slashes around the pattern is not part of it, is unverified;
 * chosen because every example of Okta's reads that way.
 */
export function readNamePattern(value: string): Pattern {
  return readPattern(/^\/(.*)\/$/s.exec(value)?.[1] ?? value);
}

/** Whatever stands for one character: a quotation counts by its length. */
const atoms = /\\Q.*?(?:\\E|$)|\\[pPx]\{[^}]*\}|\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]/gs;

/** How large a pattern's program gets once its counted repeats are written out. */
function estimateSize(source: string): number {
  const flat = source.replace(atoms, (atom) =>
    atom.startsWith("\\Q") ? "x".repeat(atom.length) : "x",
  );
  /** Of each open group, what it has come to; of the innermost, also what a repeat would repeat. */
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
