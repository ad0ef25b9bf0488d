/**
 * Limits that keep an expression or a profile from blocking the org. Only the length is Okta's; the others are far
 * beyond what a claim needs.
 *
 * @see Okta help: Create API access claims (1,024 characters)
 */
export const limits = {
  /** Characters of an expression. */
  length: 1024,
  /** Nesting depth of brackets, and of a profile's values. */
  depth: 100,
  /** Steps: one for each evaluated part, each visited group, and every 16 characters of text. */
  steps: 500_000,
  /** Characters of a text. */
  textLength: 65_536,
  /** Entries of a list. */
  listLength: 10_000,
} as const;
