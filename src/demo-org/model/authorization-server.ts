import type { Application, FederatedClaim } from "./application.ts";
import type { Claim } from "./claim.ts";
import type { Configuration } from "./configuration.ts";
import type { AccessPolicy, Scope } from "./custom-server.ts";
import { accessTokenSubject, systemClaims } from "./system-claims.ts";

/**
 * One of Okta's two kinds of authorization server, as a request meets it.
 *
 * `issuer` is what tokens name; `endpoints` is what `/v1/authorize` and its siblings stand under. For the org server
 * the two differ.
 *
 * @see Okta: Authorization servers
 */
export type AuthorizationServer = {
  readonly issuer: string;
  readonly endpoints: string;
  /** Whom its access tokens are meant for. */
  readonly audience: string;
  readonly scopes: readonly Scope[];
} & (
  | { readonly kind: "org" }
  | {
      readonly kind: "custom";
      readonly claims: readonly Claim[];
      readonly policies: readonly AccessPolicy[];
    }
);

/**
 * The scopes that every server has. Nothing is given out for `device_sso`.
 *
 * @see Okta: OpenID Connect & OAuth 2.0 API, "Scopes"; okta/terraform-provider-okta: recorded scopes of `default` (2025)
 */
export const systemScopes: readonly Scope[] = [
  "openid",
  "profile",
  "email",
  "address",
  "phone",
  "offline_access",
  "device_sso",
].map((name) => ({
  id: `scp.${name}`,
  name,
  system: true,
  metadataPublish: "ALL_CLIENTS",
  default: false,
}));

function hideDeviceSso(scope: Scope): Scope {
  return scope.name === "device_sso" ? { ...scope, metadataPublish: "NO_CLIENTS" } : scope;
}

/** Predefined on the org server alone; a custom server has it once an admin has added it. */
const groupsScope: Scope = {
  id: "scp.groups",
  name: "groups",
  system: true,
  metadataPublish: "ALL_CLIENTS",
  default: false,
};

/**
 * The org's own server, which nobody can change.
 *
 * Unverified: that its OpenID metadata leaves out `device_sso`, as a recorded OAuth document of an org does.
 *
 * @param baseUrl The org's URL, which is its issuer.
 * @see okta/terraform-provider-okta: recorded metadata of an org (2026)
 */
export function describeOrgServer(baseUrl: string): AuthorizationServer {
  return {
    kind: "org",
    issuer: baseUrl,
    endpoints: `${baseUrl}/oauth2`,
    audience: baseUrl,
    scopes: [...systemScopes.map(hideDeviceSso), groupsScope],
  };
}

/** The custom server with this ID; undefined where there is none, or an admin has switched it off. */
export function findCustomServer(
  configuration: Configuration,
  baseUrl: string,
  id: string,
): AuthorizationServer | undefined {
  const server = configuration.customServers.find((it) => it.id === id && it.status === "ACTIVE");
  if (!server) return undefined;
  const issuer = `${baseUrl}/oauth2/${server.id}`;
  const { scopes, claims, policies } = server;
  const [audience] = server.audiences;
  return { kind: "custom", issuer, endpoints: issuer, audience, scopes, claims, policies };
}

/** A claim as a server gives it out. The expression of a federated one is in Identity Engine's language. */
export type ServerClaim = Claim & { readonly isFederated?: true };

/**
 * The claims that a server's tokens for an app are made from.
 *
 * The org server's are fixed, but for the groups claim and the federated claims that the app brings along. The groups
 * claim needs the `groups` scope, whatever its name (for names other than `groups` unverified; chosen because nothing
 * else grants it).
 */
export function listClaims(
  server: AuthorizationServer,
  application: Application,
): readonly ServerClaim[] {
  if (server.kind === "custom") return server.claims;
  return [
    ...systemClaims,
    accessTokenSubject,
    ...application.federatedClaims.map(describeFederatedClaim),
    ...listGroupsClaim(application),
  ];
}

/**
 * No scope is needed, thin ID tokens keep it, and UserInfo has it (all three unverified; chosen because nothing says
 * which scope it would be, because the one ID token that Okta prints with such a claim has `at_hash`, so that an access
 * token came along, and because UserInfo leaves out no other claim of ID tokens).
 *
 * @see Okta: Federated claims with entitlements
 */
function describeFederatedClaim({ id, name, expression }: FederatedClaim): ServerClaim {
  return {
    id,
    name,
    status: "ACTIVE",
    claimType: "IDENTITY",
    valueType: "EXPRESSION",
    value: expression,
    conditions: { scopes: [] },
    system: false,
    alwaysIncludeInToken: true,
    isFederated: true,
  };
}

function listGroupsClaim({ groupsClaim }: Application): readonly Claim[] {
  if (!groupsClaim || groupsClaim.name === "") return [];
  const common = {
    id: "ocl.groups",
    name: groupsClaim.name,
    status: "ACTIVE",
    claimType: "IDENTITY",
    conditions: { scopes: ["groups"] },
    system: false,
    alwaysIncludeInToken: false,
  } as const;
  const { value } = groupsClaim;
  return groupsClaim.valueType === "GROUPS"
    ? [{ ...common, valueType: "GROUPS", value, group_filter_type: groupsClaim.groupFilterType }]
    : [{ ...common, valueType: "EXPRESSION", value }];
}
