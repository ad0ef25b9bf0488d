import * as v from "valibot";

/**
 * A group, in the shape of Okta's Groups API. `OKTA_GROUP` was made in Okta, `BUILT_IN` is Everyone, `APP_GROUP` was
 * imported from a directory or an app, which `source` names.
 *
 * @see Okta: Groups API, the Group object
 */
export const groupSchema = v.object({
  id: v.string(),
  type: v.picklist(["OKTA_GROUP", "BUILT_IN", "APP_GROUP"]),
  profile: v.object({ name: v.string(), description: v.nullable(v.string()) }),
  source: v.exactOptional(v.object({ id: v.string() })),
});

export type Group = v.InferOutput<typeof groupSchema>;

/** Who is in which groups, in the order in which the org lists them: tokens keep it. */
export const membershipSchema = v.object({ userId: v.string(), groupIds: v.array(v.string()) });

export type Membership = v.InferOutput<typeof membershipSchema>;
