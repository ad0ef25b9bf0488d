import * as v from "valibot";
import type { Configuration } from "../../../model/configuration.ts";
import type { Group } from "../../../model/group.ts";
import { ApiError } from "../api-error.ts";
import { createId } from "../identifiers.ts";
import type { ManagementRequest } from "../management-request.ts";
import { nameSchema } from "../name.ts";
import { plainObjectSchema, profileAttributeSchema, withoutNulls } from "../profile-attribute.ts";
import { parseFields, readBody } from "../read-body.ts";
import { findOktaGroup } from "./find-group.ts";
import { renderGroup } from "./group-answers.ts";
import { withoutGroup } from "./without-group.ts";

const bodySchema = v.object({ profile: plainObjectSchema });

/** The schema of a group's profile. */
export const groupProfileSchema = v.objectWithRest(
  {
    name: nameSchema,
    description: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(1024))), null),
  },
  profileAttributeSchema,
);

/** `POST /api/v1/groups`: creates an Okta group. */
export async function createGroup({ c, org }: ManagementRequest): Promise<Response> {
  const profile = await readProfile(c);
  const created = new Date(org.clock()).toISOString();
  const group: Group = {
    id: createId("00g"),
    type: "OKTA_GROUP",
    objectClass: ["okta:user_group"],
    created,
    lastUpdated: created,
    lastMembershipUpdated: created,
    profile,
  };
  await org.changeConfiguration((latest) => {
    checkNameIsFree(latest, group);
    return { configuration: { ...latest, groups: [...latest.groups, group] }, result: undefined };
  });
  return c.json(renderGroup(org, group));
}

/** `PUT /api/v1/groups/{groupId}`: attributes missing in the body are removed. */
export async function replaceGroup({ c, org, param }: ManagementRequest): Promise<Response> {
  const profile = await readProfile(c);
  const group = await org.changeConfiguration((latest) => {
    const before = findOktaGroup(latest, param("groupId"));
    const lastUpdated = new Date(org.clock()).toISOString();
    const result: Group = { ...before, profile, lastUpdated };
    checkNameIsFree(latest, result);
    const groups = latest.groups.map((it) => (it === before ? result : it));
    return { configuration: { ...latest, groups }, result };
  });
  return c.json(renderGroup(org, group));
}

/** `DELETE /api/v1/groups/{groupId}`. */
export async function deleteGroup({ c, org, param }: ManagementRequest): Promise<Response> {
  await org.changeConfiguration((latest) => {
    const { id } = findOktaGroup(latest, param("groupId"));
    return { configuration: withoutGroup(latest, id), result: undefined };
  });
  return c.body(null, 204);
}

async function readProfile(c: ManagementRequest["c"]): Promise<Group["profile"]> {
  const body = await readBody(c, bodySchema, "profile");
  const { name, description, ...rest } = parseFields(body.profile, groupProfileSchema, "profile");
  return { name, description, ...withoutNulls(rest) };
}

/** Names of Okta groups are unique. Imported groups can share theirs. */
function checkNameIsFree({ groups }: Configuration, { id, profile }: Group): void {
  const isTaken = groups.some(
    (it) => it.id !== id && it.type !== "APP_GROUP" && it.profile.name === profile.name,
  );
  if (isTaken) throw new ApiError({ code: "taken", object: "profile", fields: ["name"] });
}
