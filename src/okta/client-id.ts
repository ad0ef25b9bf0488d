export type ClientIdReading =
  | { kind: "ok"; clientId: string }
  | { kind: "empty" }
  /** A sentence to show at the field. */
  | { kind: "problem"; problem: string };

/**
 * Reads a client ID as a person types or pastes it. White space around it is dropped, and so are characters
 * that nobody sees.
 *
 * Okta's own are 20 characters beginning with `0oa`; one set by hand is 6 to 100 characters of letters, digits
 * and `$-_.+!*'(),` (Okta Management API, `client_id` of an OpenID Connect application).
 */
export function parseClientId(text: string): ClientIdReading {
  const clientId = text.replace(/\p{Cf}/gu, "").trim();
  if (clientId === "") return { kind: "empty" };
  if (/\s/.test(clientId)) {
    return {
      kind: "problem",
      problem: "A client ID has no spaces in it. Was more than the ID copied?",
    };
  }
  if (clientId.length < 6) {
    return {
      kind: "problem",
      problem: "This is too short for a client ID: Okta’s have at least 6 characters.",
    };
  }
  if (clientId.length > 100) {
    return {
      kind: "problem",
      problem: "This is too long for a client ID: Okta’s have at most 100 characters.",
    };
  }
  const foreign = /[^\w$\-.+!*'(),]/u.exec(clientId)?.[0];
  if (foreign !== undefined) {
    return { kind: "problem", problem: `“${foreign}” does not occur in Okta’s client IDs.` };
  }
  return { kind: "ok", clientId };
}
