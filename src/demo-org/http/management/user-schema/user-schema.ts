import type { Context } from "hono";
import * as v from "valibot";
import { baseAttributes } from "../../../model/base-attributes.ts";
import type { Configuration } from "../../../model/configuration.ts";
import {
  type CustomAttribute,
  customAttributeSchema,
  type UserSchema,
} from "../../../model/user-schema.ts";
import { notFound, refuseCauses } from "../api-error.ts";
import { omit } from "../common-schemas.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { parseBody } from "../parse-body.ts";
import { renderBaseAttributes, renderUserSchema, userSchemaId } from "./render-user-schema.ts";

const path = "/api/v1/meta/schemas/user/:schemaId";

type SchemaChange = Readonly<Record<string, CustomAttribute | null>>;

const nameRule = "Must have only letters, digits and underscores, and not start with a digit";

const attributeSchema = v.pipe(
  v.object({
    ...customAttributeSchema.entries,
    title: v.pipe(v.string(), v.nonEmpty()),
    unique: v.optional(
      v.literal(false, "Must be false: the demo org doesn't check that values are unique"),
    ),
  }),
  v.transform(
    ({ unique: _always, required, ...attribute }): CustomAttribute =>
      required ? { ...attribute, required } : attribute,
  ),
);

const bodySchema = v.object({
  definitions: v.object({
    custom: v.optional(
      v.object({ properties: v.optional(v.record(v.string(), v.nullable(attributeSchema)), {}) }),
      {},
    ),
    base: v.optional(
      v.object({ properties: v.optional(v.record(v.string(), v.unknown()), {}) }),
      {},
    ),
  }),
});

/** @see Okta: Schemas API */
export const userSchema: Resource = {
  routes: [
    ["GET", path, retrieveSchema],
    // Unverified: that Okta logs this event for the schema, and not only for a user's profile.
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

/** Keeps attributes that the body lacks. Removing an attribute also removes its values from users' profiles. */
async function updateSchema({ c, org, now, param }: ManagementRequest): Promise<Response> {
  checkSchemaId(param("schemaId"));
  const change = await parseSchemaChange(c);
  const changed = await org.changeConfiguration((latest) => ({
    ...latest,
    userSchema: { custom: changeAttributes(latest.userSchema, change), lastUpdated: now },
    users: withoutAttributes(latest, change),
  }));
  return c.json(renderUserSchema(org, changed.userSchema));
}

/** @throws {ApiError} An attribute's type would change, which Okta doesn't allow. */
function changeAttributes({ custom }: UserSchema, change: SchemaChange): UserSchema["custom"] {
  const causes = Object.entries(change)
    .filter(([name, sent]) => {
      const before = Object.hasOwn(custom, name) ? custom[name] : undefined;
      return sent && before && sent.type !== before.type;
    })
    .map(([name]) => `definitions.custom.properties.${name}.type: Can't be changed`);
  refuseCauses("schema", causes);
  return Object.fromEntries(
    Object.entries({ ...custom, ...change }).flatMap(([name, attribute]) =>
      attribute ? [[name, attribute]] : [],
    ),
  );
}

function withoutAttributes({ users }: Configuration, change: SchemaChange): Configuration["users"] {
  const removed = new Set(Object.keys(change).filter((name) => change[name] === null));
  if (removed.size === 0) return users;
  return users.map((user) => ({
    ...user,
    profile: omit(user.profile, (name) => removed.has(name)),
  }));
}

function checkSchemaId(id: string): void {
  if (id !== "default" && id !== userSchemaId) throw notFound(id, "UserSchema");
}

/** @throws {ApiError} An attribute is invalid, or a base attribute would change. */
async function parseSchemaChange(c: Context): Promise<SchemaChange> {
  const { definitions } = await parseBody(c, bodySchema, "schema");
  const { properties } = definitions.custom;
  refuseCauses("schema", [
    ...Object.keys(properties).flatMap(findNameProblems),
    ...findBaseChanges(definitions.base.properties),
  ]);
  return properties;
}

function findNameProblems(name: string): readonly string[] {
  const place = `definitions.custom.properties.${name}`;
  if (Object.hasOwn(baseAttributes, name)) return [`${place}: Every profile has this attribute`];
  return /^[A-Za-z_]\w{0,254}$/.test(name) ? [] : [`${place}: ${nameRule}`];
}

function findBaseChanges(sent: Readonly<Record<string, unknown>>): readonly string[] {
  const known = new Map<string, unknown>(Object.entries(renderBaseAttributes()));
  return Object.entries(sent)
    .filter(([name, value]) => !isWithin(value, known.get(name)))
    .map(
      ([name]) => `definitions.base.properties.${name}: The demo org can't change this attribute`,
    );
}

function isWithin(value: unknown, other: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === other;
  if (typeof other !== "object" || other === null) return false;
  const members = new Map<string, unknown>(Object.entries(other));
  return Object.entries(value).every(([name, member]) => isWithin(member, members.get(name)));
}
