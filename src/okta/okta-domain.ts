export type OktaDomainReading =
  | {
      kind: "org";
      /** Scheme, host, port and any path; no slash at its end. */
      orgUrl: string;
      /** The custom authorization server named in what was typed. */
      authorizationServerId?: string;
      /** What was made of the text, where it was not a plain domain: sentences to show. */
      notes: readonly string[];
    }
  | { kind: "empty" }
  /** A sentence to show at the field. */
  | { kind: "not_an_org"; problem: string };

export function parseOktaDomain(text: string): OktaDomainReading {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "empty" };
  return { kind: "not_an_org", problem: "This is not an Okta domain." };
}
