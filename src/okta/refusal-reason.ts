import { explainError } from "./glossary/errors.ts";
import type { Change, Reason, RunToDiagnose } from "./reason.ts";
import { okta } from "./sources.ts";
import { freshCustomServerScopes, orgServerScopes } from "./standard-scopes.ts";

/** An OAuth error as a reason, with the change if the request itself can be fixed. */
export function explainRefusal(
  run: RunToDiagnose,
  { error, description }: { error: string; description: string | undefined },
): Reason {
  const {
    title,
    meaning,
    whoActs,
    steps,
    source = okta.authorize,
  } = explainError(error, description);
  const change = error === "invalid_scope" ? mendScopes(run, description ?? "") : undefined;
  return {
    id: "refused",
    title,
    observed:
      description === undefined
        ? `Okta returned “${error}”, without a description.`
        : `Okta returned “${error}”: “${description}”`,
    expected: meaning,
    whoActs,
    steps,
    ...(change && { change }),
    source,
  };
}

/** Requests only scopes that the server accepts, if the description says that one was wrong. */
function mendScopes({ server, scopes }: RunToDiagnose, description: string): Change | undefined {
  if (!scopes.includes("openid")) {
    const request = { scopes: ["openid", ...scopes] };
    return { label: "Add openid and send", kind: "ask_again", request };
  }
  const isUnknownScope = /not configured for the authorization server|^Custom scopes/.test(
    description,
  );
  if (!isUnknownScope) return undefined;
  const serverScopes = server.kind === "org" ? orgServerScopes : freshCustomServerScopes;
  const known = scopes.filter((scope) => serverScopes.has(scope));
  const unknown = scopes.filter((scope) => !serverScopes.has(scope));
  if (unknown.length === 0) return undefined;
  const label = `${labelRemoval(unknown)} and send`;
  return { label, kind: "ask_again", request: { scopes: known } };
}

/** Names one scope. Several, or one too long for a button, are counted. */
export function labelRemoval(scopes: readonly string[]): string {
  const [first = "", ...others] = scopes;
  if (others.length > 0) return `Remove ${scopes.length} scopes`;
  return first.length > 40 ? "Remove one scope" : `Remove ${first}`;
}
