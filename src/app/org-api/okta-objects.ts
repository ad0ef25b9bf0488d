import * as v from "valibot";
import { filterTypes } from "../../okta/filter-types.ts";

/** Loose, because a PUT must send all members. @see Okta: Users, Groups, Applications and Authorization Servers API */

/** Okta writes "all clients" of an access policy, and "everyone" and "any scope" of its rules, as these values. */
export const allClients = "ALL_CLIENTS";
export const everyone = "EVERYONE";
export const anyScope = "*";

/** Grant types of apps and access policies: API values and Admin Console labels. */
export const grantTypes = [
  { value: "client_credentials", label: "Client Credentials" },
  { value: "authorization_code", label: "Authorization Code" },
  { value: "implicit", label: "Implicit (hybrid)" },
  { value: "refresh_token", label: "Refresh Token" },
] as const;

/** The grant types of rules. The console's form has no box for refresh tokens. @see Okta help: Create rules for an access policy */
export const ruleGrantTypes = grantTypes.filter(({ value }) => value !== "refresh_token");

const status = v.picklist(["ACTIVE", "INACTIVE"]);

/** Okta leaves out unset values or sends null. */
const text = v.optional(v.nullable(v.string()));

export const userSchema = v.looseObject({
  id: v.string(),
  status: v.string(),
  profile: v.looseObject({
    login: v.string(),
    email: v.optional(v.string(), ""),
    firstName: text,
    lastName: text,
  }),
  /** Okta returns credentials without their values. */
  credentials: v.optional(v.looseObject({ password: v.optional(v.unknown()) })),
});

export const groupSchema = v.looseObject({
  id: v.string(),
  created: v.string(),
  type: v.picklist(["OKTA_GROUP", "BUILT_IN", "APP_GROUP"]),
  profile: v.looseObject({ name: v.string(), description: text }),
});

export const applicationSchema = v.looseObject({
  id: v.string(),
  label: v.string(),
  status,
  credentials: v.looseObject({
    oauthClient: v.looseObject({
      client_id: v.string(),
      /** The default of RFC 7591 §2. */
      token_endpoint_auth_method: v.optional(v.string(), "client_secret_basic"),
    }),
  }),
  settings: v.looseObject({
    implicitAssignment: v.optional(v.boolean(), false),
    oauthClient: v.looseObject({
      application_type: v.string(),
      grant_types: v.array(v.string()),
      response_types: v.array(v.string()),
      redirect_uris: v.optional(v.array(v.string()), []),
    }),
  }),
  profile: v.optional(v.nullable(v.record(v.string(), v.unknown())), null),
});

export const filterTypeSchema = v.picklist(filterTypes.map(({ value }) => value));

/** An app's groups claim, in the console's private call. If the app has no claim, the members are empty. */
export const groupsClaimSchema = v.looseObject({
  valueType: v.optional(v.nullable(v.string())),
  name: text,
  groupFilterType: v.optional(v.nullable(filterTypeSchema)),
  value: text,
});

export const federatedClaimSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  expression: v.string(),
});

export const authorizationServerSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  description: text,
  audiences: v.array(v.string()),
  issuer: v.string(),
  status,
});

export const scopeSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  displayName: text,
  description: text,
  system: v.boolean(),
  metadataPublish: v.picklist(["ALL_CLIENTS", "NO_CLIENTS"]),
  default: v.boolean(),
});

export const claimSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  status,
  claimType: v.picklist(["IDENTITY", "RESOURCE"]),
  valueType: v.picklist(["EXPRESSION", "GROUPS", "SYSTEM"]),
  value: text,
  group_filter_type: v.optional(v.nullable(filterTypeSchema)),
  conditions: v.looseObject({ scopes: v.array(v.string()) }),
  system: v.boolean(),
  alwaysIncludeInToken: v.boolean(),
});

export const policySchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  description: text,
  priority: v.number(),
  status,
  conditions: v.looseObject({ clients: v.looseObject({ include: v.array(v.string()) }) }),
});

const included = v.looseObject({ include: v.optional(v.array(v.string()), []) });

const people = v.looseObject({ ...included.entries, exclude: v.optional(v.array(v.string())) });

export const policyRuleSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  priority: v.number(),
  status,
  conditions: v.looseObject({
    people: v.looseObject({ users: v.optional(people), groups: v.optional(people) }),
    grantTypes: included,
    scopes: included,
  }),
  actions: v.looseObject({
    token: v.looseObject({
      accessTokenLifetimeMinutes: v.number(),
      refreshTokenLifetimeMinutes: v.optional(v.number(), 0),
      refreshTokenWindowMinutes: v.optional(v.number(), 10_080),
    }),
  }),
});

export type User = v.InferOutput<typeof userSchema>;
export type Group = v.InferOutput<typeof groupSchema>;
export type Application = v.InferOutput<typeof applicationSchema>;
export type GroupsClaim = v.InferOutput<typeof groupsClaimSchema>;
export type FederatedClaim = v.InferOutput<typeof federatedClaimSchema>;
export type AuthorizationServer = v.InferOutput<typeof authorizationServerSchema>;
export type Scope = v.InferOutput<typeof scopeSchema>;
export type Claim = v.InferOutput<typeof claimSchema>;
export type Policy = v.InferOutput<typeof policySchema>;
export type PolicyRule = v.InferOutput<typeof policyRuleSchema>;

export const authorizationServersSchema = v.array(authorizationServerSchema);
export const scopesSchema = v.array(scopeSchema);
