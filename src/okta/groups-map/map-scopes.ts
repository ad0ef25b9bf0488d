import type { AuthorizationServer } from "../authorization-server.ts";
import { isCustomScope } from "../standard-scopes.ts";

/** The form's scopes that a server knows. @param known From the set-up, else `scopes_supported` of its metadata. */
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
