import * as v from "valibot";
import { groupFilterTypeSchema } from "./claim.ts";
import { keptAppearance, keptAppSettings, keptClientSettings } from "./kept-settings.ts";

/**
 * The groups claim of an app's Sign On tab, which acts on the org authorization server.
 *
 * @see Okta: Customize tokens returned from Okta with a Groups claim, "Add a groups claim for the org authorization server"
 */
const groupsClaimSchema = v.variant("valueType", [
  v.object({
    name: v.string(),
    valueType: v.literal("GROUPS"),
    groupFilterType: groupFilterTypeSchema,
    value: v.string(),
  }),
  v.object({ name: v.string(), valueType: v.literal("EXPRESSION"), value: v.string() }),
]);

/** A person assigned to the app. Without a profile of its own, the app sees the person's Okta profile. */
const assignedUserSchema = v.object({
  id: v.string(),
  credentials: v.object({ userName: v.string() }),
  /** What the app knows of the person otherwise than Okta does. */
  profile: v.exactOptional(v.record(v.string(), v.unknown())),
  created: v.exactOptional(v.string()),
  lastUpdated: v.exactOptional(v.string()),
});

/** A group assigned to the app, so that its people are. Of several the first counts: they stand by priority. */
const assignedGroupSchema = v.object({
  id: v.string(),
  /** Its place in the list where it says none. */
  priority: v.exactOptional(v.number()),
  /** What the app knows of all of them otherwise than Okta does. */
  profile: v.exactOptional(v.record(v.string(), v.unknown())),
  lastUpdated: v.exactOptional(v.string()),
});

/**
 * A claim of the Sign On tab's newer section, *Claims*, which acts on the org's ID tokens.
 *
 * @see Okta: Configure a custom claim for your app integrations with the Federated Claims API
 */
const federatedClaimSchema = v.object({
  id: v.string(),
  name: v.string(),
  expression: v.string(),
  created: v.string(),
  lastUpdated: v.string(),
});

/** Two of the authentication policies that Okta presets. @see Okta help: Authentication policies, "Preset policies" */
export const authenticationPolicySchema = v.picklist(["password_only", "any_two_factors"]);

/** How an app renews its tokens: with one refresh token, or with a new one each time. */
export const refreshTokenSchema = v.object({
  rotation_type: v.picklist(["STATIC", "ROTATE"]),
  /** Seconds for which the old one still works after a rotation. */
  leeway: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0, "Must be between 0 and 60 seconds"),
      v.maxValue(60, "Must be between 0 and 60 seconds"),
    ),
    30,
  ),
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

/**
 * An OpenID Connect app, in the shape of Okta's Apps API, with its Sign On settings and assignments beside it.
 *
 * The redirect URIs of the app that the org is first started with are not all in it: they depend on where the org
 * runs, and each start brings its own.
 *
 * @see Okta: Applications API, the OpenIdConnectApplication object
 */
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
      /** Kept and shown: the org never changes its keys. */
      autoKeyRotation: v.exactOptional(v.boolean()),
      token_endpoint_auth_method: v.picklist(clientAuthenticationMethods),
      pkce_required: v.boolean(),
    }),
  }),
  settings: v.object({
    /** Federation Broker Mode: whoever signs in may use the app, assigned or not. */
    implicitAssignment: v.exactOptional(v.boolean()),
    oauthClient: v.object({
      application_type: v.picklist(applicationTypes),
      grant_types: v.array(v.picklist(clientGrantTypes)),
      response_types: v.array(v.picklist(["code", "id_token", "token"])),
      redirect_uris: v.array(v.string()),
      post_logout_redirect_uris: v.array(v.string()),
      refresh_token: v.exactOptional(refreshTokenSchema),
      ...keptClientSettings,
    }),
    ...keptAppSettings,
  }),
  /** Of the redirect URIs that a start brings along, those that an admin has taken out. */
  withoutStartUris: v.exactOptional(
    v.object({ signIn: v.array(v.string()), signOut: v.array(v.string()) }),
  ),
  ...keptAppearance,
  profile: v.record(v.string(), v.unknown()),
  /** How users have to sign in to the app; absent for a password only. */
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
