export type ScopeChange = { label: string; scopes: readonly string[] };

const maxNameLength = 40;

/** @returns `undefined` if `openid` is already requested. */
export function addOpenId(scopes: readonly string[]): ScopeChange | undefined {
  if (scopes.includes("openid")) return undefined;
  return { label: "Add openid", scopes: ["openid", ...scopes] };
}

/** Removes refused scopes, or separates scopes with commas. @returns `undefined` if no scope is refused. */
export function removeScopes(
  scopes: readonly string[],
  isRefused: (scope: string) => boolean,
): ScopeChange | undefined {
  const removed = scopes.filter(isRefused);
  const allowed = scopes.filter((scope) => !isRefused(scope));
  if (removed.length === 0) return undefined;
  if (removed.some((scope) => scope.includes(","))) {
    const separated = scopes.flatMap((scope) => scope.split(",")).filter(Boolean);
    return { label: "Separate the scopes with spaces", scopes: [...new Set(separated)] };
  }
  const names = nameScopes(removed);
  // A request needs at least one scope.
  return allowed.length === 0
    ? { label: `Replace ${names} with openid`, scopes: ["openid"] }
    : { label: `Remove ${names}`, scopes: allowed };
}

function nameScopes(scopes: readonly string[]): string {
  const [first = "", ...others] = scopes;
  if (others.length > 0) return `${scopes.length} scopes`;
  return first.length > maxNameLength ? "one scope" : first;
}
