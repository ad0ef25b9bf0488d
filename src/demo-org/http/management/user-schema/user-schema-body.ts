import type { Context } from "hono";
import * as v from "valibot";
import { baseAttributes } from "../../../model/base-attributes.ts";
import { type CustomAttribute, customAttributeSchema } from "../../../model/user-schema.ts";
import { ApiError } from "../api-error.ts";
import { parseBody } from "../parse-body.ts";
import { renderBaseAttributes } from "./render-user-schema.ts";

/** undefined: not sent. null: the attribute is removed. */
export type SchemaChange = Readonly<Record<string, CustomAttribute | null>>;

const nameRule = "Must have only letters, digits and underscores, and not start with a digit";

const attributeSchema = v.object({
  ...customAttributeSchema.entries,
  title: v.pipe(v.string(), v.nonEmpty()),
  unique: v.optional(
    v.literal(false, "Must be false: the demo org doesn't check that values are unique"),
  ),
});

const bodySchema = v.object({
  definitions: v.object({
    custom: v.optional(
      v.object({
        properties: v.optional(v.record(v.string(), v.nullable(attributeSchema)), {}),
      }),
      {},
    ),
    base: v.optional(
      v.object({ properties: v.optional(v.record(v.string(), v.unknown()), {}) }),
      {},
    ),
  }),
});

/**
 * Parses which custom attributes are added, changed or removed.
 *
 * @throws {ApiError} An attribute is invalid, or the call changes a base attribute.
 * @see Okta: Schemas API, "Update a user schema"
 */
export async function parseSchemaChange(c: Context): Promise<SchemaChange> {
  const { definitions } = await parseBody(c, bodySchema, "schema");
  const { properties = {} } = definitions.custom;
  const causes = [
    ...Object.keys(properties).flatMap(findNameProblems),
    ...findBaseChanges(definitions.base.properties ?? {}),
  ];
  if (causes.length > 0) throw new ApiError({ code: "invalid", object: "schema", causes });
  return Object.fromEntries(
    Object.entries(properties).map(([name, sent]) => [name, sent && withoutDefaults(sent)]),
  );
}

/** Leaves out defaults, which clients may send back. */
function withoutDefaults({
  unique: _always,
  required,
  ...attribute
}: v.InferOutput<typeof attributeSchema>): CustomAttribute {
  return required ? { ...attribute, required } : attribute;
}

function findNameProblems(name: string): readonly string[] {
  const place = `definitions.custom.properties.${name}`;
  if (Object.hasOwn(baseAttributes, name)) return [`${place}: Every profile has this attribute`];
  return /^[A-Za-z_]\w{0,254}$/.test(name) ? [] : [`${place}: ${nameRule}`];
}

function findBaseChanges(sent: Readonly<Record<string, unknown>>): readonly string[] {
  const known: Readonly<Record<string, unknown>> = renderBaseAttributes();
  return Object.entries(sent)
    .filter(
      ([name, value]) => !isWithin(value, Object.hasOwn(known, name) ? known[name] : undefined),
    )
    .map(([name]) => `definitions.base.properties.${name}: The demo org can't change it`);
}

/** Whether a JSON value is a subset of another one. */
function isWithin(value: unknown, other: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === other;
  if (typeof other !== "object" || other === null) return false;
  const members = new Map<string, unknown>(Object.entries(other));
  return Object.entries(value).every(([name, member]) => isWithin(member, members.get(name)));
}
