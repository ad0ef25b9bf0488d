import * as v from "valibot";
import { groupFilterTypeSchema } from "./claim.ts";

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
});

/**
 * An OpenID Connect app, in the shape of Okta's Apps API, with its Sign On settings and assignments beside it.
 *
 * Redirect URIs are not in it: they depend on where the org runs, and each start brings its own.
 *
 * @see Okta: Applications API, the OpenIdConnectApplication object
 */
export const applicationSchema = v.object({
  id: v.string(),
  label: v.string(),
  status: v.picklist(["ACTIVE", "INACTIVE"]),
  credentials: v.object({
    oauthClient: v.object({
      client_id: v.string(),
      token_endpoint_auth_method: v.literal("none"),
    }),
  }),
  settings: v.object({
    oauthClient: v.object({
      application_type: v.literal("browser"),
      grant_types: v.array(v.string()),
      response_types: v.array(v.string()),
    }),
  }),
  profile: v.record(v.string(), v.unknown()),
  groupsClaim: v.nullable(groupsClaimSchema),
  assignments: v.object({
    users: v.array(assignedUserSchema),
    groups: v.array(v.object({ id: v.string() })),
  }),
});

export type Application = v.InferOutput<typeof applicationSchema>;
