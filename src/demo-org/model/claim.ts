import * as v from "valibot";

export const groupFilterTypeSchema = v.picklist(["STARTS_WITH", "EQUALS", "CONTAINS", "REGEX"]);

const common = {
  id: v.string(),
  name: v.string(),
  status: v.picklist(["ACTIVE", "INACTIVE"]),
  /** `IDENTITY`: ID tokens and UserInfo. `RESOURCE`: access tokens. */
  claimType: v.picklist(["IDENTITY", "RESOURCE"]),
  /** The claim is included if one of these scopes is granted. An empty list means any scope. */
  conditions: v.object({ scopes: v.pipe(v.array(v.string()), v.readonly()) }),
  system: v.boolean(),
  /** If false, an ID token that is issued with an access token leaves out the claim ("Userinfo / id_token request"). */
  alwaysIncludeInToken: v.boolean(),
};

/** @see Okta: Authorization Servers API, the OAuth2Claim object */
export const claimSchema = v.variant("valueType", [
  v.object({
    ...common,
    valueType: v.literal("GROUPS"),
    value: v.string(),
    group_filter_type: groupFilterTypeSchema,
  }),
  v.object({ ...common, valueType: v.literal("EXPRESSION"), value: v.string() }),
  /** A standard claim, whose value can't be configured. */
  v.object({ ...common, valueType: v.literal("SYSTEM") }),
]);

export type Claim = v.InferOutput<typeof claimSchema>;
export type GroupFilterType = v.InferOutput<typeof groupFilterTypeSchema>;
