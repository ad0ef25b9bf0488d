/** Only the length is Okta's. @see Okta help: Create API access claims (1,024 characters) */
export const limits = {
  length: 1024,
  /** Of brackets, and of a profile's values. */
  depth: 100,
  /** One for each evaluated part, each visited group, and every 16 characters of text. */
  steps: 500_000,
  textLength: 65_536,
  listLength: 10_000,
} as const;
