import { explainError } from "./glossary/errors.ts";
import type { Reason, RunToDiagnose } from "./reason.ts";
import { okta } from "./sources.ts";
import { freshCustomServerScopes, orgServerScopes } from "./standard-scopes.ts";

/** A refusal as a reason, with the change where the request itself can be put right. */
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
  const scopes = error === "invalid_scope" ? mendScopes(run, description ?? "") : undefined;
  return {
    id: "refused",
    title,
    observed:
      description === undefined
        ? `Okta answered “${error}”, without a description.`
        : `Okta answered “${error}”: “${description}”`,
    expected: meaning,
    whoActs,
    steps,
    ...(scopes && { change: { kind: "ask_again", request: { scopes } } }),
    source,
  };
}

/** Scopes that the server will not refuse as it has refused these, where that can be told. */
function mendScopes(
  { server, scopes }: RunToDiagnose,
  description: string,
): readonly string[] | undefined {
  if (!scopes.includes("openid")) return ["openid", ...scopes];
  const isUnknownScope = /not configured for the authorization server|^Custom scopes/.test(
    description,
  );
  if (!isUnknownScope) return undefined;
  const serverScopes = server.kind === "org" ? orgServerScopes : freshCustomServerScopes;
  const known = scopes.filter((scope) => serverScopes.has(scope));
  return known.length < scopes.length ? known : undefined;
}
