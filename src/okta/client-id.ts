type ClientIdReading =
  | { kind: "ok"; clientId: string }
  | { kind: "empty" }
  | { kind: "problem"; problem: string };

/** Parses a pasted client ID. @see Okta Management API: `client_id` of an OpenID Connect application */
export function parseClientId(text: string): ClientIdReading {
  const clientId = text.replace(/\p{Cf}/gu, "").trim();
  if (clientId === "") return { kind: "empty" };
  const problem = findProblem(clientId);
  return problem === undefined ? { kind: "ok", clientId } : { kind: "problem", problem };
}

function findProblem(clientId: string): string | undefined {
  if (/\s/.test(clientId)) return "A client ID contains no spaces. Copy only the ID.";
  if (clientId.length < 6) return "This is too short. A client ID has at least 6 characters.";
  if (clientId.length > 100) return "This is too long. A client ID has at most 100 characters.";
  const foreign = /[^\w$\-.+!*'(),]/u.exec(clientId)?.[0];
  return foreign === undefined ? undefined : `A client ID can’t contain “${foreign}”.`;
}
