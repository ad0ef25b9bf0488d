import * as v from "valibot";
import { baseAttributes } from "./base-attributes.ts";
import type { UserProfile } from "./user.ts";

const text = v.exactOptional(v.string());
const length = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)));
const scalar = v.union([v.string(), v.number()]);

const permission = v.object({
  principal: v.string(),
  action: v.picklist(["HIDE", "READ_ONLY", "READ_WRITE"]),
});

const attributeTypes = ["string", "boolean", "number", "integer", "array"] as const;

export const customAttributeSchema = v.object({
  title: v.string(),
  description: text,
  type: v.picklist(attributeTypes),
  items: v.exactOptional(v.object({ type: v.picklist(["string", "number", "integer"]) })),
  required: v.exactOptional(v.boolean()),
  minLength: length,
  maxLength: length,
  enum: v.exactOptional(v.array(scalar)),
  oneOf: v.exactOptional(v.array(v.object({ const: scalar, title: v.string() }))),
  format: text,
  externalName: text,
  externalNamespace: text,
  mutability: v.exactOptional(v.picklist(["IMMUTABLE", "READ_ONLY", "READ_WRITE", "WRITE_ONLY"])),
  scope: v.exactOptional(v.picklist(["NONE", "SELF"])),
  permissions: v.exactOptional(v.array(permission)),
  master: v.exactOptional(v.object({ type: v.string() })),
});

export const userSchemaSchema = v.object({
  custom: v.record(v.string(), customAttributeSchema),
  lastUpdated: text,
});

export type CustomAttribute = v.InferOutput<typeof customAttributeSchema>;
export type UserSchema = v.InferOutput<typeof userSchemaSchema>;

export function deriveUserSchema(profiles: readonly UserProfile[]): UserSchema {
  const attributes = profiles
    .flatMap((profile) => Object.entries(profile))
    .filter(([name, value]) => value !== null && !Object.hasOwn(baseAttributes, name))
    .map(([name, value]): [string, CustomAttribute] => [name, { title: name, ...findType(value) }]);
  return { custom: Object.fromEntries(attributes) };
}

function findType(value: unknown): Pick<CustomAttribute, "type" | "items"> {
  if (Array.isArray(value)) {
    const isNumeric = value.length > 0 && value.every((item) => typeof item === "number");
    return { type: "array", items: { type: isNumeric ? "number" : "string" } };
  }
  if (typeof value === "number") return { type: "number" };
  return { type: typeof value === "boolean" ? "boolean" : "string" };
}
