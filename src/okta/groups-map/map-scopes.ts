import type { AuthorizationServer } from "../authorization-server.ts";
import { isCustomScope } from "../standard-scopes.ts";

/** Returns the form's scopes that a server knows. @param known From the set-up, else the metadata's `scopes_supported`. */
export function chooseMapScopes(
  scopes: readonly string[],
  server: AuthorizationServer,
  { known, isSetUpKnown }: { known: readonly string[] | undefined; isSetUpKnown: boolean },
): readonly string[] {
  if (server.kind === "org") {
    return scopes.filter((scope) => !isCustomScope(scope) || known?.includes(scope));
  }
  if (!known || known.length === 0) return scopes;
  // Metadata may not list an existing groups scope. The set-up lists every scope.
  return scopes.filter((scope) => known.includes(scope) || (scope === "groups" && !isSetUpKnown));
}
