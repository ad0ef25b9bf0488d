import type { Claim } from "./claim.ts";
import { claimsByScope, type SystemClaimName } from "./system-scopes.ts";

// An ID token that is issued with an access token keeps these claims, according to Okta's table of scope-dependent
// claims and to the flags of a new server's claims. Okta's guide says that only base claims are kept.
// @see Okta: OpenID Connect & OAuth 2.0 API, "Scope-dependent claims"
const keptWhenThin: ReadonlySet<SystemClaimName> = new Set<SystemClaimName>([
  "name",
  "preferred_username",
  "email",
]);

const scopes: readonly (readonly [string, readonly SystemClaimName[]])[] =
  Object.entries(claimsByScope);

/** The standard claims of every server. Admins can edit those of a custom server. @see OpenID Connect Core 1.0 §5.4 */
export const systemClaims: readonly Claim[] = scopes.flatMap(([scope, names]) =>
  names.map(
    (name): Claim => ({
      id: `ocl.${name}`,
      name,
      status: "ACTIVE",
      claimType: "IDENTITY",
      valueType: "SYSTEM",
      conditions: { scopes: [scope] },
      system: true,
      alwaysIncludeInToken: keptWhenThin.has(name),
    }),
  ),
);

export const accessTokenSubject: Claim = {
  id: "ocl.sub",
  name: "sub",
  status: "ACTIVE",
  claimType: "RESOURCE",
  valueType: "EXPRESSION",
  value: "(appuser != null) ? appuser.userName : app.clientId",
  conditions: { scopes: [] },
  system: true,
  alwaysIncludeInToken: true,
};
