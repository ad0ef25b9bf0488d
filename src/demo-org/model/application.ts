import * as v from "valibot";
import { groupFilterTypeSchema } from "./claim.ts";
import { unusedAppearance, unusedAppSettings, unusedClientSettings } from "./unused-settings.ts";
import { wholeNumber } from "./whole-number.ts";

/** The page's own redirect URIs belong to this app. */
export const firstApplicationId = "0oaoiuhhch8VRtBnC0h7";

/** @see Okta: Customize tokens returned from Okta with a Groups claim, "… for the org authorization server" */
const groupsClaimSchema = v.variant("valueType", [
  v.object({
    name: v.string(),
    valueType: v.literal("GROUPS"),
    groupFilterType: groupFilterTypeSchema,
    value: v.string(),
  }),
  v.object({ name: v.string(), valueType: v.literal("EXPRESSION"), value: v.string() }),
]);

const assignedUserSchema = v.object({
  id: v.string(),
  credentials: v.object({ userName: v.string() }),
  profile: v.exactOptional(v.record(v.string(), v.unknown())),
  created: v.exactOptional(v.string()),
  lastUpdated: v.exactOptional(v.string()),
});

/** An app's groups are ordered by priority. Each user gets the profile of their first group. */
const assignedGroupSchema = v.object({
  id: v.string(),
  priority: v.exactOptional(v.number()),
  profile: v.exactOptional(v.record(v.string(), v.unknown())),
  lastUpdated: v.exactOptional(v.string()),
});

/** @see Okta: Configure a custom claim for your app integrations with the Federated Claims API */
const federatedClaimSchema = v.object({
  id: v.string(),
  name: v.string(),
  expression: v.string(),
  created: v.string(),
  lastUpdated: v.string(),
});

/** @see Okta help: Authentication policies, "Preset policies" */
export const authenticationPolicySchema = v.picklist(["password_only", "any_two_factors"]);

export const refreshTokenSchema = v.object({
  rotation_type: v.picklist(["STATIC", "ROTATE"]),
  /** Seconds for which a refresh token still works after it was rotated. */
  leeway: v.optional(wholeNumber(0, 60, "Must be between 0 and 60 seconds"), 30),
});

export const applicationTypes = ["browser", "web", "native", "service"] as const;

export const clientGrantTypes = [
  "authorization_code",
  "implicit",
  "refresh_token",
  "client_credentials",
] as const;

export const clientAuthenticationMethods = [
  "none",
  "client_secret_basic",
  "client_secret_post",
] as const;

/** Includes Sign On settings and assignments. @see Okta: Applications API, the OpenIdConnectApplication object */
export const applicationSchema = v.object({
  id: v.string(),
  label: v.string(),
  status: v.picklist(["ACTIVE", "INACTIVE"]),
  created: v.exactOptional(v.string()),
  lastUpdated: v.exactOptional(v.string()),
  credentials: v.object({
    oauthClient: v.object({
      client_id: v.string(),
      client_secret: v.exactOptional(v.string()),
      /** Has no effect: the org never rotates its keys. */
      autoKeyRotation: v.exactOptional(v.boolean()),
      token_endpoint_auth_method: v.picklist(clientAuthenticationMethods),
      pkce_required: v.boolean(),
    }),
  }),
  settings: v.object({
    /** Federation Broker Mode: users who are not assigned can use the app too. */
    implicitAssignment: v.exactOptional(v.boolean()),
    oauthClient: v.object({
      application_type: v.picklist(applicationTypes),
      grant_types: v.array(v.picklist(clientGrantTypes)),
      response_types: v.array(v.picklist(["code", "id_token", "token"])),
      redirect_uris: v.array(v.string()),
      post_logout_redirect_uris: v.array(v.string()),
      refresh_token: v.exactOptional(refreshTokenSchema),
      ...unusedClientSettings,
    }),
    ...unusedAppSettings,
  }),
  /** Redirect URIs that the org was started with, and that an admin has removed. */
  withoutStartUris: v.exactOptional(
    v.object({ signIn: v.array(v.string()), signOut: v.array(v.string()) }),
  ),
  ...unusedAppearance,
  profile: v.record(v.string(), v.unknown()),
  authenticationPolicy: v.exactOptional(authenticationPolicySchema),
  groupsClaim: v.nullable(groupsClaimSchema),
  federatedClaims: v.optional(v.array(federatedClaimSchema), []),
  assignments: v.object({
    users: v.array(assignedUserSchema),
    groups: v.array(assignedGroupSchema),
  }),
});

export type Application = v.InferOutput<typeof applicationSchema>;
export type ClientSettings = Application["settings"]["oauthClient"];
export type GroupsClaim = NonNullable<Application["groupsClaim"]>;
export type FederatedClaim = v.InferOutput<typeof federatedClaimSchema>;
export type AssignedUser = v.InferOutput<typeof assignedUserSchema>;
export type AssignedGroup = v.InferOutput<typeof assignedGroupSchema>;
