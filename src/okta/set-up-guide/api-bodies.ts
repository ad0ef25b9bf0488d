import type { ClaimEntry, ClaimValueEntry, RuleEntry } from "../set-up-change.ts";

/** @see Terraform provider for Okta: sdk/app_oauth_group_claim.go */
export function buildAppGroupsClaimBody(name: string, value: ClaimValueEntry) {
  return value.kind === "filter"
    ? { name, valueType: "GROUPS", groupFilterType: value.type, value: value.value }
    : { name, valueType: "EXPRESSION", value: value.expression };
}

/** @see Okta: Authorization Servers API, the OAuth2Scope object */
export function buildScopeBody(name: string) {
  return { name, consent: "IMPLICIT", metadataPublish: "ALL_CLIENTS" };
}

/** Includes only members that the claim has. @see Okta: Authorization Servers API, the OAuth2Claim object */
export function buildClaimBody(claim: Partial<ClaimEntry>) {
  const { name, token, isActive, isAlways, scopes, value } = claim;
  return {
    ...(name !== undefined && { name }),
    ...(isActive !== undefined && { status: isActive ? "ACTIVE" : "INACTIVE" }),
    ...(token && { claimType: token === "id_token" ? "IDENTITY" : "RESOURCE" }),
    ...(value?.kind === "filter" && {
      valueType: "GROUPS",
      group_filter_type: value.type,
      value: value.value,
    }),
    ...(value?.kind === "expression" && { valueType: "EXPRESSION", value: value.expression }),
    ...(scopes && { conditions: { scopes } }),
    ...(isAlways !== undefined && { alwaysIncludeInToken: isAlways }),
  };
}

/** @see Okta: Authorization Servers API, the AuthorizationServerPolicy object */
export function buildPolicyBody(name: string, clientId: string) {
  return {
    type: "OAUTH_AUTHORIZATION_POLICY",
    name,
    description: name,
    priority: 1,
    status: "ACTIVE",
    conditions: { clients: { include: [clientId] } },
  };
}

/** Builds a rule for all users of the app. @see Okta: Authorization Servers API, the AuthorizationServerPolicyRule object */
export function buildRuleBody({ name, grantTypes, scopes }: RuleEntry) {
  return {
    type: "RESOURCE_ACCESS",
    name,
    priority: 1,
    status: "ACTIVE",
    conditions: {
      people: { groups: { include: ["EVERYONE"] } },
      grantTypes: { include: grantTypes },
      scopes: { include: scopes === "any" ? ["*"] : scopes },
    },
    actions: {
      token: {
        accessTokenLifetimeMinutes: 60,
        refreshTokenLifetimeMinutes: 0,
        refreshTokenWindowMinutes: 10_080,
      },
    },
  };
}
