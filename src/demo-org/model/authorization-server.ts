import type { Application, FederatedClaim } from "./application.ts";
import type { Claim } from "./claim.ts";
import type { Configuration } from "./configuration.ts";
import type { AccessPolicy, Scope } from "./custom-server.ts";
import { accessTokenSubject, systemClaims } from "./system-claims.ts";
import { buildSystemScope, systemScopes } from "./system-scopes.ts";

/** `issuer` is the tokens' `iss`, `endpoints` is the URL before `/v1/authorize`. They differ only on the org server. */
export type AuthorizationServer = {
  readonly issuer: string;
  readonly endpoints: string;
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

function hideDeviceSso(scope: Scope): Scope {
  return scope.name === "device_sso" ? { ...scope, metadataPublish: "NO_CLIENTS" } : scope;
}

/** Unverified: that OpenID metadata leaves out `device_sso`. @see okta/terraform-provider-okta: recorded (2026) */
export function describeOrgServer(baseUrl: string): AuthorizationServer {
  return {
    kind: "org",
    issuer: baseUrl,
    endpoints: `${baseUrl}/oauth2`,
    audience: baseUrl,
    // On a custom server, an admin has to add the scope `groups`.
    scopes: [...systemScopes.map(hideDeviceSso), buildSystemScope("groups")],
  };
}

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

/** A federated claim's expression is in Identity Engine's language. */
export type ServerClaim = Claim & { readonly isFederated?: true };

/** Unverified: that only the `groups` scope grants an app's groups claim, even if the claim has another name. */
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

const ownClaim = { status: "ACTIVE", claimType: "IDENTITY", system: false } as const;

// Unverified: that federated claims need no scope, and are in thin ID tokens and UserInfo. The only ID token with such
// a claim in Okta's docs has `at_hash`. @see Okta: Federated claims with entitlements
function describeFederatedClaim({ id, name, expression }: FederatedClaim): ServerClaim {
  return {
    ...ownClaim,
    id,
    name,
    valueType: "EXPRESSION",
    value: expression,
    conditions: { scopes: [] },
    alwaysIncludeInToken: true,
    isFederated: true,
  };
}

function listGroupsClaim({ groupsClaim }: Application): readonly Claim[] {
  if (!groupsClaim || groupsClaim.name === "") return [];
  const common = {
    ...ownClaim,
    id: "ocl.groups",
    name: groupsClaim.name,
    conditions: { scopes: ["groups"] },
    alwaysIncludeInToken: false,
  };
  const { value } = groupsClaim;
  return groupsClaim.valueType === "GROUPS"
    ? [{ ...common, valueType: "GROUPS", value, group_filter_type: groupsClaim.groupFilterType }]
    : [{ ...common, valueType: "EXPRESSION", value }];
}
