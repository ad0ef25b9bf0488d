import * as v from "valibot";
import { defaultCreatedAt } from "./default-created-at.ts";

/** `BUILT_IN` is Everyone. An `APP_GROUP` was imported from `source`. @see Okta: Groups API, the Group object */
export const groupSchema = v.object({
  id: v.string(),
  type: v.picklist(["OKTA_GROUP", "BUILT_IN", "APP_GROUP"]),
  objectClass: v.exactOptional(v.array(v.string())),
  created: v.exactOptional(v.string()),
  lastUpdated: v.exactOptional(v.string()),
  lastMembershipUpdated: v.exactOptional(v.string()),
  /** Groups of Active Directory have further attributes, such as `windowsDomainQualifiedName`. */
  profile: v.objectWithRest({ name: v.string(), description: v.nullable(v.string()) }, v.unknown()),
  /** The ID and the type of the app instance. The type is the `name` in the Apps API, such as `active_directory`. */
  source: v.exactOptional(v.object({ id: v.string(), name: v.exactOptional(v.string()) })),
});

export type Group = v.InferOutput<typeof groupSchema>;

export function completeGroup(group: Group) {
  const { objectClass = ["okta:user_group"], created = defaultCreatedAt } = group;
  const { lastUpdated = created, lastMembershipUpdated = created } = group;
  return { ...group, objectClass, created, lastUpdated, lastMembershipUpdated };
}

/** `groupIds` has the order in which tokens list the groups. */
export const membershipSchema = v.object({ userId: v.string(), groupIds: v.array(v.string()) });
