import { systemClaims } from "../claims/system-claims.ts";
import type { Application } from "./application.ts";
import type { AccessRule, ServerClaim, ServerScope } from "./authorization-server.ts";
import type { CustomServer, Org } from "./org.ts";

/**
 * Either kind of authorization server, as its endpoints need it. The kinds differ in their data alone, so no
 * endpoint asks which one it serves.
 */
export type IssuingServer = {
  readonly kind: "org" | "custom";
  readonly issuer: string;
  /** What `/v1/authorize` and the others stand behind. */
  readonly endpointBase: string;
  readonly scopes: readonly ServerScope[];
  /** The claims for a client: the org server takes the groups claim from the client's app. */
  readonly claimsFor: (application: Application) => readonly ServerClaim[];
  readonly audience: string;
  readonly rules: readonly AccessRule[];
  /** The org server marks its access tokens as Okta's own. */
  readonly accessTokenType: string | undefined;
  readonly refusalOfUnknownScope: string;
  /** Where an admin would set the redirect URIs right, as the error page says. */
  readonly adminUrlOf: (application: Application) => string;
};

const oidcScopes = ["openid", "profile", "email", "address", "phone"].map(
  (name): ServerScope => ({ name, metadataPublish: "ALL_CLIENTS" }),
);

/** The scopes that a fresh custom server has: no `groups` among them. */
export const predefinedScopes: readonly ServerScope[] = oidcScopes;

const everythingForEverybody: AccessRule = {
  name: "Org authorization server",
  clientIds: "ALL_CLIENTS",
  grantTypes: ["implicit"],
  scopes: "*",
  accessTokenLifetimeMinutes: 60,
};

/** The org's own server, which nobody can edit. */
export function orgServer(baseUrl: string): IssuingServer {
  return {
    kind: "org",
    issuer: baseUrl,
    endpointBase: `${baseUrl}/oauth2/v1`,
    scopes: [...oidcScopes, { name: "groups", metadataPublish: "ALL_CLIENTS" }],
    claimsFor: (application) => [...systemClaims, ...groupsClaimOf(application)],
    audience: baseUrl,
    rules: [everythingForEverybody],
    // Met in public code; what the header holds is Okta's business and unverified.
    accessTokenType: "application/okta-internal-at+jwt",
    refusalOfUnknownScope: "Custom scopes are not allowed for this request.",
    adminUrlOf: adminUrlUnder(baseUrl),
  };
}

/** A custom server of the org, `default` among them; `undefined` where there is none with that id. */
export function customServer(org: Org, baseUrl: string, id: string): IssuingServer | undefined {
  const server: CustomServer | undefined = org.authorizationServers.find((it) => it.id === id);
  if (!server) return undefined;
  return {
    kind: "custom",
    issuer: `${baseUrl}/oauth2/${server.id}`,
    endpointBase: `${baseUrl}/oauth2/${server.id}/v1`,
    scopes: server.scopes,
    claimsFor: () => server.claims,
    audience: server.audience,
    rules: server.rules,
    // `typ` on a custom server's access tokens is unverified; Okta's list of headers has kid and alg alone.
    accessTokenType: undefined,
    refusalOfUnknownScope:
      "One or more scopes are not configured for the authorization server resource.",
    adminUrlOf: adminUrlUnder(baseUrl),
  };
}

/**
 * The groups claim of the app's Sign On tab, as a claim of the org server: for the fat ID token and UserInfo,
 * and only with the `groups` scope. That the scope is needed under another claim name, too, is unverified.
 */
function groupsClaimOf({ groupsClaim }: Application): readonly ServerClaim[] {
  if (!groupsClaim) return [];
  return [
    {
      id: "oclappgroups",
      name: groupsClaim.name,
      status: "ACTIVE",
      claimType: "IDENTITY",
      valueType: "GROUPS",
      ...groupsClaim.filter,
      conditions: { scopes: ["groups"] },
      system: false,
      alwaysIncludeInToken: false,
    },
  ];
}

const adminUrlUnder = (baseUrl: string) => (application: Application) =>
  `${baseUrl}/admin/app/oidc_client/instance/${application.id}#tab-general`;
