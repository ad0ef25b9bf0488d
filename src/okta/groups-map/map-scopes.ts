import type { AuthorizationServer } from "../authorization-server.ts";
import { isCustomScope } from "../standard-scopes.ts";

/**
 * The scopes of the form that a server knows, in their order. A request for another one would only be refused.
 *
 * @param known The server's scopes, from its set-up. Of a server whose set-up is not known, `scopes_supported` of its
 *   metadata; `undefined` if that says nothing.
 * @see Okta: Authorization Servers API, scopes (`metadataPublish`: by default, metadata does not list an admin's scopes)
 */
export function chooseMapScopes(
  scopes: readonly string[],
  server: AuthorizationServer,
  { known, isSetUpKnown }: { known: readonly string[] | undefined; isSetUpKnown: boolean },
): readonly string[] {
  if (server.kind === "org") {
    return scopes.filter((scope) => !isCustomScope(scope) || known?.includes(scope));
  }
  if (!known || known.length === 0) return scopes;
  // Metadata may not list groups although the server has it. The set-up lists every scope.
  return scopes.filter((scope) => known.includes(scope) || (scope === "groups" && !isSetUpKnown));
}
