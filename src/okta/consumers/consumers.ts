import type { FoundGroups } from "../found-cause.ts";
import type { Source } from "../sources.ts";

export type Place = FoundGroups["where"];

/** An app that reads groups, as its own documentation or source describes it. */
export type Consumer = {
  name: string;
  reads: readonly Place[];
  readsWith?: { where: Place; setting: string };
  claim?: string;
  /** Returns the setting that makes the app read a claim of this name. `undefined`: the app reads only a fixed name. */
  configureClaim?: (claim: string) => string;
  /** The setting is a JMESPath expression, where a hyphen needs quotes. @see JMESPath: Identifiers */
  quotesHyphens?: boolean;
  /** What the app does with one string instead of a list. `undefined`: no source says. */
  text?: "one_group" | "no_groups" | "sign_in_fails";
  source: Source;
  textSource?: Source;
};

export const consumersReadOn = "2026-11-29";

function repositoryFile(title: string, path: string): Source {
  return { title, url: `https://github.com/${path}` };
}

const tokenUtil = repositoryFile(
  "okta-spring-boot: TokenUtil",
  "okta/okta-spring-boot/blob/master/oauth2/src/main/java/com/okta/spring/boot/oauth/TokenUtil.java",
);

export const consumers: readonly Consumer[] = [
  {
    name: "Spring Boot web app, Okta starter",
    reads: ["ID token", "UserInfo"],
    claim: "groups",
    configureClaim: (claim) => `okta.oauth2.groupsClaim=${claim}`,
    text: "no_groups",
    source: repositoryFile(
      "okta-spring-boot: UserUtil",
      "okta/okta-spring-boot/blob/master/oauth2/src/main/java/com/okta/spring/boot/oauth/UserUtil.java",
    ),
    textSource: tokenUtil,
  },
  {
    name: "Spring Boot API, Okta starter",
    reads: ["Access token"],
    claim: "groups",
    configureClaim: (claim) => `okta.oauth2.groupsClaim=${claim}`,
    text: "no_groups",
    source: tokenUtil,
  },
  {
    // The library calls UserInfo by default, and maps each claim. Role checks read the claim that RoleClaimType names.
    name: "ASP.NET Core, Okta.AspNetCore",
    reads: ["ID token", "UserInfo"],
    configureClaim: (claim) => `RoleClaimType = "${claim}"`,
    source: repositoryFile(
      "okta-aspnet: OpenIdConnectOptionsHelper",
      "okta/okta-aspnet/blob/master/Okta.AspNetCore/OpenIdConnectOptionsHelper.cs",
    ),
  },
  {
    name: "ASP.NET Core, OpenIdConnect handler",
    reads: ["ID token"],
    readsWith: {
      where: "UserInfo",
      setting: "GetClaimsFromUserInfoEndpoint = true, and ClaimActions for the claim",
    },
    configureClaim: (claim) => `RoleClaimType = "${claim}"`,
    source: {
      title: "Microsoft: Map, customize, and transform claims",
      url: "https://learn.microsoft.com/en-us/aspnet/core/security/authentication/claims",
    },
  },
  {
    // oauth2-proxy calls UserInfo only if the ID token lacks the claim.
    name: "oauth2-proxy",
    reads: ["ID token", "UserInfo"],
    claim: "groups",
    configureClaim: (claim) => `--oidc-groups-claim=${claim}`,
    text: "one_group",
    source: repositoryFile(
      "oauth2-proxy: claim extractor",
      "oauth2-proxy/oauth2-proxy/blob/master/pkg/providers/util/claim_extractor.go",
    ),
  },
  {
    name: "Argo CD",
    reads: ["ID token"],
    readsWith: { where: "UserInfo", setting: "enableUserInfoGroups: true" },
    claim: "groups",
    configureClaim: (claim) => `scopes: '[${claim}]' in argocd-rbac-cm`,
    text: "one_group",
    source: {
      title: "Argo CD: User management",
      url: "https://argo-cd.readthedocs.io/en/stable/operator-manual/user-management/",
    },
    textSource: repositoryFile(
      "Argo CD: GetScopeValues",
      "argoproj/argo-cd/blob/master/util/jwt/jwt.go",
    ),
  },
  {
    name: "Grafana, Okta OAuth",
    reads: ["UserInfo"],
    claim: "groups",
    text: "sign_in_fails",
    source: repositoryFile(
      "Grafana: Okta connector",
      "grafana/grafana/blob/main/pkg/login/social/connectors/okta_oauth.go",
    ),
  },
  {
    name: "Grafana, generic OAuth",
    reads: ["ID token", "UserInfo"],
    configureClaim: (claim) => `groups_attribute_path = ${claim}`,
    quotesHyphens: true,
    source: repositoryFile(
      "Grafana: generic OAuth connector",
      "grafana/grafana/blob/main/pkg/login/social/connectors/generic_oauth.go",
    ),
  },
  {
    // UserInfo's claims replace the ID token's.
    name: "HashiCorp Vault, OIDC role",
    reads: ["ID token", "UserInfo"],
    configureClaim: (claim) => `groups_claim=${claim}`,
    text: "one_group",
    source: repositoryFile(
      "Vault: JWT/OIDC auth method",
      "hashicorp/vault-plugin-auth-jwt/blob/main/path_oidc.go",
    ),
    textSource: repositoryFile(
      "Vault: normalizeList",
      "hashicorp/vault-plugin-auth-jwt/blob/main/claims.go",
    ),
  },
  {
    name: "Kubernetes API server, with kubelogin",
    reads: ["ID token"],
    configureClaim: (claim) => `--oidc-groups-claim=${claim}`,
    text: "one_group",
    source: repositoryFile(
      "Kubernetes: OIDC authenticator",
      "kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/plugin/pkg/authenticator/token/oidc/oidc.go",
    ),
  },
  {
    // The ID token's claims replace UserInfo's.
    name: "Apache mod_auth_openidc",
    reads: ["ID token", "UserInfo"],
    configureClaim: (claim) => `Require claim ${claim}:GROUP`,
    text: "one_group",
    source: repositoryFile(
      "mod_auth_openidc: authorization",
      "OpenIDC/mod_auth_openidc/blob/master/src/handle/authz.c",
    ),
  },
];
