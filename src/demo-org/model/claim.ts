import * as v from "valibot";

export const groupFilterTypeSchema = v.picklist(["STARTS_WITH", "EQUALS", "CONTAINS", "REGEX"]);

const common = {
  id: v.string(),
  name: v.string(),
  status: v.picklist(["ACTIVE", "INACTIVE"]),
  /** `IDENTITY`: ID tokens and UserInfo. `RESOURCE`: access tokens. */
  claimType: v.picklist(["IDENTITY", "RESOURCE"]),
  /** Empty for any scope. Otherwise one of them must be granted. */
  conditions: v.object({ scopes: v.pipe(v.array(v.string()), v.readonly()) }),
  system: v.boolean(),
  /** false: left out of an ID token that is issued with an access token ("Userinfo / id_token request"). */
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
  /** A standard claim. Its value is built in. */
  v.object({ ...common, valueType: v.literal("SYSTEM") }),
]);

export type Claim = v.InferOutput<typeof claimSchema>;
export type GroupFilterType = v.InferOutput<typeof groupFilterTypeSchema>;
