import { RE2JSSyntaxException } from "re2js";

/** Why a regular expression cannot be tried. */
export type PatternProblem = {
  readonly kind: "unreadable" | "too_large";
  /** A sentence for whoever wrote it. */
  readonly message: string;
};

const tooLarge = (message: string): PatternProblem => ({ kind: "too_large", message });

/** Why one would take too long. */
export const tooLargePatterns = {
  length: tooLarge("This regular expression is too long: it may have 4,000 characters."),
  size: tooLarge(
    "This regular expression is too long: its counted repeats written out, it may have 1,000 characters.",
  ),
  reading: tooLarge(
    "This regular expression takes too long to read: it has too many classes of letters, or too wide ranges without regard to case.",
  ),
  names: tooLarge("This regular expression is too long to be held against so many groups."),
} as const;

/** What of Java's expressions RE2 has not, by what it says of them: there is a way back in all of them. */
const unsupported: ReadonlySet<string> = new Set([
  "invalid or unsupported Perl syntax",
  "invalid named capture",
  "invalid escape sequence",
  "invalid nested repetition operator",
]);

/** As much of a part as it takes to find it. */
const longestPart = 20;

/** What is wrong with a regular expression that cannot be read. @param cause What reading it threw. */
export function describeUnreadable(cause: unknown): PatternProblem {
  return { kind: "unreadable", message: describe(cause) };
}

function describe(cause: unknown): string {
  const isSyntax = cause instanceof RE2JSSyntaxException;
  const part = isSyntax ? (cause.getPattern() ?? "").slice(0, longestPart) : "";
  if (!isSyntax || part === "")
    return "This is no regular expression: nothing stands after its last backslash.";
  const description = cause.getDescription();
  if (unsupported.has(description))
    return `The demo org's regular expressions have no ${part}: without lookaround, backreferences and possessive repeats none of them can hang.`;
  return `This is no regular expression: ${part} ${faults.get(description) ?? "cannot be read"}.`;
}

const faults: ReadonlyMap<string, string> = new Map([
  ["missing closing )", "is not closed"],
  ["missing closing ]", "is not closed"],
  ["unexpected )", "has a bracket that was not opened"],
  ["missing argument to repetition operator", "has nothing before it to repeat"],
  ["invalid repeat count", "does not count from less to more, to 1,000 at most"],
  ["invalid character class range", "is no range and no class of characters"],
]);
