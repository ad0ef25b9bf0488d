/** Only the length is Okta's. @see Okta help: Create API access claims (1,024 characters) */
export const limits = {
  length: 1024,
  depth: 100,
  /** One for each evaluated part, each visited group, and every 16 characters of text. */
  steps: 500_000,
  textLength: 65_536,
  listLength: 10_000,
} as const;
