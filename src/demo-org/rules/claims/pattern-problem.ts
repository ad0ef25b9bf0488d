import { RE2JSSyntaxException } from "re2js";

export type PatternProblem = {
  readonly kind: "unreadable" | "too_large";
  readonly message: string;
};

const tooLarge = (message: string): PatternProblem => ({ kind: "too_large", message });

export const tooLargePatterns = {
  length: tooLarge("This regular expression is too long. It can have at most 4,000 characters."),
  size: tooLarge(
    "This regular expression is too long. With its counted repeats written out, it can have at most 1,000 characters.",
  ),
  compileCost: tooLarge(
    "This regular expression takes too long to parse. Use fewer letter classes, or smaller case-insensitive ranges.",
  ),
  names: tooLarge("This regular expression is too long to match against so many groups."),
} as const;

/** RE2's error messages for Java syntax that RE2 lacks. All of this syntax needs backtracking. */
const unsupported: ReadonlySet<string> = new Set([
  "invalid or unsupported Perl syntax",
  "invalid named capture",
  "invalid escape sequence",
  "invalid nested repetition operator",
]);

const longestPart = 20;

export function describeSyntaxError(cause: unknown): PatternProblem {
  return { kind: "unreadable", message: describe(cause) };
}

function describe(cause: unknown): string {
  const isSyntax = cause instanceof RE2JSSyntaxException;
  const part = isSyntax ? (cause.getPattern() ?? "").slice(0, longestPart) : "";
  if (!isSyntax || part === "")
    return "This is not a valid regular expression: it ends with a backslash.";
  const description = cause.getDescription();
  if (unsupported.has(description))
    return `The demo org doesn't support ${part} in a regular expression. Lookaround, backreferences and possessive quantifiers are left out, so that matching always ends quickly.`;
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
