/**
 * What an expression may come to, so that no text that somebody writes, and no profile that it reads, can hold up the
 * org. Only the length is Okta's own; the others are far beyond what a claim needs.
 *
 * @see Okta help: Create API access claims (1,024 characters)
 */
export const limits = {
  /** Characters of an expression. */
  length: 1024,
  /** Brackets within brackets, and members within members of what a profile holds. */
  depth: 100,
  /** Steps: one for each part that is evaluated, each group that is looked at, and every 16 characters of text. */
  steps: 500_000,
  /** Characters of a text. */
  textLength: 65_536,
  /** Entries of a list. */
  listLength: 10_000,
} as const;
