import { baseAttributes } from "../../../model/base-attributes.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import type { CustomAttribute, UserSchema } from "../../../model/user-schema.ts";
import type { Org } from "../../state/org.ts";

export const userTypeId = "otydefaultUserTy0h7";
export const userSchemaId = "oscdefaultUserSc0h7";

/** @see Okta: Schemas API, the UserSchema object; okta/terraform-provider-okta: recorded responses */
export function renderUserSchema(
  { baseUrl }: Pick<Org, "baseUrl">,
  { custom, lastUpdated = defaultCreatedAt }: UserSchema,
) {
  const meta = `${baseUrl}/api/v1/meta`;
  return {
    id: `${baseUrl}/meta/schemas/user/default`,
    $schema: "http://json-schema.org/draft-04/schema#",
    name: "user",
    title: "User",
    description: "Okta user profile template with default permission settings",
    lastUpdated,
    created: defaultCreatedAt,
    definitions: {
      custom: {
        id: "#custom",
        type: "object",
        properties: Object.fromEntries(
          Object.entries(custom).map(([name, attribute]) => [name, renderAttribute(attribute)]),
        ),
        required: listRequired(custom),
      },
      base: {
        id: "#base",
        type: "object",
        properties: renderBaseAttributes(),
        required: listRequired(baseAttributes),
      },
    },
    type: "object",
    properties: {
      profile: { allOf: [{ $ref: "#/definitions/custom" }, { $ref: "#/definitions/base" }] },
    },
    _links: {
      self: { rel: "self", href: `${meta}/schemas/user/${userSchemaId}`, method: "GET" },
      type: { rel: "type", href: `${meta}/types/user/${userTypeId}`, method: "GET" },
    },
  };
}

export function renderBaseAttributes() {
  return Object.fromEntries(
    Object.entries(baseAttributes).map(([name, { self, ...attribute }]) => [
      name,
      renderAttribute({
        ...attribute,
        type: "string",
        permissions: [{ principal: "SELF", action: self }],
      }),
    ]),
  );
}

/** Unverified: the default permission of users for a custom attribute. */
function renderAttribute({
  title,
  description,
  type,
  required,
  mutability = "READ_WRITE",
  scope = "NONE",
  permissions = [{ principal: "SELF", action: "READ_ONLY" }],
  master = { type: "PROFILE_MASTER" },
  ...rules
}: CustomAttribute) {
  return {
    title,
    ...(description !== undefined && { description }),
    type,
    ...(required && { required }),
    mutability,
    scope,
    ...rules,
    permissions,
    master,
  };
}

function listRequired(
  attributes: Readonly<Record<string, { readonly required?: boolean }>>,
): readonly string[] {
  return Object.entries(attributes)
    .filter(([, { required }]) => required)
    .map(([name]) => name);
}
