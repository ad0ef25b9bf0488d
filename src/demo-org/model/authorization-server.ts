import type { GroupFilter } from "../claims/group-filter.ts";

/** A claim of a custom authorization server, in the shape of Okta's Management API. */
export type ServerClaim = {
  readonly id: string;
  readonly name: string;
  readonly status: "ACTIVE" | "INACTIVE";
  /** `IDENTITY` goes in ID tokens, `RESOURCE` in access tokens. */
  readonly claimType: "IDENTITY" | "RESOURCE";
  /** No scope means any. */
  readonly conditions: { readonly scopes: readonly string[] };
  readonly system: boolean;
  /** Whether the claim stays in an ID token that comes with an access token. */
  readonly alwaysIncludeInToken: boolean;
} & ClaimValue;

export type ClaimValue =
  | { readonly valueType: "SYSTEM" }
  | { readonly valueType: "EXPRESSION"; readonly value: string }
  | ({ readonly valueType: "GROUPS" } & GroupFilter);

export type ServerScope = {
  readonly name: string;
  readonly metadataPublish: "ALL_CLIENTS" | "NO_CLIENTS";
};

/** A rule of an access policy: whom it lets have which scopes, how, and for how long. */
export type AccessRule = {
  readonly name: string;
  readonly clientIds: readonly string[] | "ALL_CLIENTS";
  readonly grantTypes: readonly string[];
  readonly scopes: readonly string[] | "*";
  readonly accessTokenLifetimeMinutes: number;
};
