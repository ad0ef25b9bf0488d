import { baseAttributes } from "../../../model/base-attributes.ts";
import type { Configuration } from "../../../model/configuration.ts";
import type { UserSchema } from "../../../model/user-schema.ts";
import { ApiError } from "../api-error.ts";
import type { ManagementRequest } from "../management-request.ts";
import type { Resource } from "../resource.ts";
import { renderUserSchema } from "./render-user-schema.ts";
import { parseSchemaChange, type SchemaChange } from "./user-schema-body.ts";
import { userSchemaId } from "./user-type.ts";

const path = "/api/v1/meta/schemas/user/:schemaId";

/** @see Okta: Schemas API */
export const userSchema: Resource = {
  routes: [
    ["GET", path, retrieveSchema],
    // Unverified: that this is the event for the schema, and not only for a user's profile.
    ["POST", path, updateSchema, ["directory.user_profile.update", "Update Okta user profile"]],
  ],
  listProblems: (configuration) =>
    Object.keys(configuration.userSchema.custom)
      .filter((name) => Object.hasOwn(baseAttributes, name))
      .map((name) => `userSchema.custom.${name}: Every profile has this attribute`),
};

function retrieveSchema({ c, org, configuration, param }: ManagementRequest): Response {
  checkSchemaId(param("schemaId"));
  return c.json(renderUserSchema(org, configuration.userSchema));
}

/** Missing attributes are kept. One that is null is removed, with its values in users' profiles. */
async function updateSchema({ c, org, param }: ManagementRequest): Promise<Response> {
  checkSchemaId(param("schemaId"));
  const change = await parseSchemaChange(c);
  const lastUpdated = new Date(org.clock()).toISOString();
  const changed = await org.changeConfiguration((latest) => {
    const result = { custom: changeAttributes(latest.userSchema, change), lastUpdated };
    const users = withoutAttributes(latest, change);
    return { configuration: { ...latest, userSchema: result, users }, result };
  });
  return c.json(renderUserSchema(org, changed));
}

/** @throws {ApiError} An attribute's type would change, which Okta doesn't allow. */
function changeAttributes({ custom }: UserSchema, change: SchemaChange): UserSchema["custom"] {
  const causes = Object.entries(change)
    .filter(([name, sent]) => {
      const before = Object.hasOwn(custom, name) ? custom[name] : undefined;
      return sent && before && sent.type !== before.type;
    })
    .map(([name]) => `definitions.custom.properties.${name}.type: Can't be changed`);
  if (causes.length > 0) throw new ApiError({ code: "invalid", object: "schema", causes });
  return Object.fromEntries(
    Object.entries({ ...custom, ...change }).flatMap(([name, attribute]) =>
      attribute ? [[name, attribute]] : [],
    ),
  );
}

function withoutAttributes({ users }: Configuration, change: SchemaChange): Configuration["users"] {
  const removed = new Set(Object.keys(change).filter((name) => change[name] === null));
  if (removed.size === 0) return users;
  return users.map((user) => {
    const { login, email, firstName, lastName, ...rest } = user.profile;
    const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !removed.has(name)));
    return { ...user, profile: { login, email, firstName, lastName, ...kept } };
  });
}

/** The org has one user type, and so one schema. */
function checkSchemaId(id: string): void {
  if (id !== "default" && id !== userSchemaId)
    throw new ApiError({ code: "not_found", id, type: "UserSchema" });
}
