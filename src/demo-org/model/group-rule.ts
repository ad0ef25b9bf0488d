import * as v from "valibot";

/** Only an `ACTIVE` rule adds and removes members. A rule is `INVALID` if one of its groups was deleted. */
export const groupRuleSchema = v.object({
  id: v.string(),
  name: v.string(),
  status: v.picklist(["ACTIVE", "INACTIVE", "INVALID"]),
  created: v.string(),
  lastUpdated: v.string(),
  conditions: v.object({
    people: v.object({
      users: v.object({ exclude: v.array(v.string()) }),
      groups: v.object({ exclude: v.array(v.string()) }),
    }),
    expression: v.object({ type: v.literal("urn:okta:expression:1.0"), value: v.string() }),
  }),
  actions: v.object({ assignUserToGroups: v.object({ groupIds: v.array(v.string()) }) }),
  managedUserIds: v.optional(v.array(v.string()), []),
});

export type GroupRule = v.InferOutput<typeof groupRuleSchema>;
