import * as v from "valibot";
import { firstDay } from "./first-day.ts";

/**
 * A group, in the shape of Okta's Groups API. `OKTA_GROUP` was made in Okta, `BUILT_IN` is Everyone, `APP_GROUP` was
 * imported from a directory or an app, which `source` names.
 *
 * @see Okta: Groups API, the Group object
 */
export const groupSchema = v.object({
  id: v.string(),
  type: v.picklist(["OKTA_GROUP", "BUILT_IN", "APP_GROUP"]),
  objectClass: v.exactOptional(v.array(v.string())),
  created: v.exactOptional(v.string()),
  lastUpdated: v.exactOptional(v.string()),
  lastMembershipUpdated: v.exactOptional(v.string()),
  /** Open: groups of Active Directory bring `windowsDomainQualifiedName` and its like along. */
  profile: v.objectWithRest({ name: v.string(), description: v.nullable(v.string()) }, v.unknown()),
  /** The app instance, and which kind of app it is: `active_directory`, as the Apps API's `name` has it. */
  source: v.exactOptional(v.object({ id: v.string(), name: v.exactOptional(v.string()) })),
});

export type Group = v.InferOutput<typeof groupSchema>;

/** A group with what it has where nothing was written down, as the API and expressions show it alike. */
export function completeGroup(group: Group) {
  const { objectClass = ["okta:user_group"], created = firstDay } = group;
  const { lastUpdated = created, lastMembershipUpdated = created } = group;
  return { ...group, objectClass, created, lastUpdated, lastMembershipUpdated };
}

/** Who is in which groups, in the order in which the org lists them: tokens keep it. */
export const membershipSchema = v.object({ userId: v.string(), groupIds: v.array(v.string()) });
