import * as v from "valibot";
import { leftBlank } from "./describe-issue.ts";

const scalarSchema = v.union([v.string(), v.number(), v.boolean()]);

/** null removes the attribute. @see Okta help: Add custom attributes to an Okta user profile, "Data type" */
export const profileAttributeSchema = v.nullable(
  v.union(
    [scalarSchema, v.array(scalarSchema)],
    "Must be a string, a number, true, false, or an array of these",
  ),
);

export function withoutNulls(profile: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== null));
}

/** Null means the same as a missing member. */
export function withNullsAsMissing<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(v.unknown(), v.transform(withoutNullMembers), schema);
}

export function withoutNullMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullMembers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, withoutNullMembers(member)]),
  );
}

/** Valibot's object schemas accept arrays. */
export const plainObjectSchema = v.pipe(
  v.custom<object>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "Must be an object",
  ),
  v.looseObject({}),
);

export const statusSchema = v.picklist(["ACTIVE", "INACTIVE"]);

/** Okta's limit for a group's name. Unverified for other names. */
export const longestName = 255;

/** Unverified: that a name of spaces is refused. Lists couldn't show it. */
export const nameSchema = v.pipe(
  v.string(),
  v.check((name) => name.trim() !== "", leftBlank),
  v.maxLength(longestName),
);
