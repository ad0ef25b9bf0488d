import { RE2JSSyntaxException } from "re2js";

/** Why a regular expression can't be used. */
export type PatternProblem = {
  readonly kind: "unreadable" | "too_large";
  /** An error message for the admin who wrote it. */
  readonly message: string;
};

const tooLarge = (message: string): PatternProblem => ({ kind: "too_large", message });

/** Why one would take too long. */
export const tooLargePatterns = {
  length: tooLarge("This regular expression is too long. It can have at most 4,000 characters."),
  size: tooLarge(
    "This regular expression is too long. With its counted repeats written out, it can have at most 1,000 characters.",
  ),
  reading: tooLarge(
    "This regular expression takes too long to parse. Use fewer letter classes, or smaller case-insensitive ranges.",
  ),
  names: tooLarge("This regular expression is too long to match against so many groups."),
} as const;

/** Syntax of Java that RE2 lacks, by RE2's error messages. All of it needs backtracking. */
const unsupported: ReadonlySet<string> = new Set([
  "invalid or unsupported Perl syntax",
  "invalid named capture",
  "invalid escape sequence",
  "invalid nested repetition operator",
]);

/** Enough of a part to find it in the expression. */
const longestPart = 20;

/** Describes why a regular expression can't be parsed. @param cause The parser's exception. */
export function describeUnreadable(cause: unknown): PatternProblem {
  return { kind: "unreadable", message: describe(cause) };
}

function describe(cause: unknown): string {
  const isSyntax = cause instanceof RE2JSSyntaxException;
  const part = isSyntax ? (cause.getPattern() ?? "").slice(0, longestPart) : "";
  if (!isSyntax || part === "")
    return "This is not a valid regular expression: it ends with a backslash.";
  const description = cause.getDescription();
  if (unsupported.has(description))
    return `The demo org doesn't support ${part} in a regular expression. It leaves out lookaround, backreferences and possessive quantifiers, so that matching always ends quickly.`;
  return `This is not a valid regular expression: ${part} ${faults.get(description) ?? "can't be parsed"}.`;
}

const faults: ReadonlyMap<string, string> = new Map([
  ["missing closing )", "is not closed"],
  ["missing closing ]", "is not closed"],
  ["unexpected )", "closes a bracket that is not open"],
  ["missing argument to repetition operator", "has nothing before it to repeat"],
  ["invalid repeat count", "must repeat from a smaller to a larger number, at most 1,000"],
  ["invalid character class range", "is not a valid character range"],
]);
