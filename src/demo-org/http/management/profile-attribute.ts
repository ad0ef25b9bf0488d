import * as v from "valibot";

const scalarSchema = v.union([v.string(), v.number(), v.boolean()]);

/**
 * A value of a profile attribute; null removes the attribute. Any name is allowed, because orgs define custom
 * attributes. Objects inside a profile are not.
 *
 * @see Okta help: Add custom attributes to an Okta user profile, "Data type"
 */
export const profileAttributeSchema = v.nullable(
  v.union(
    [scalarSchema, v.array(scalarSchema)],
    "Must be a string, a number, true, false, or an array of these",
  ),
);

/** A profile without its null attributes. */
export function withoutNulls(profile: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== null));
}

/** An object whose members are not checked yet. Needed because schemas of objects accept arrays. */
export const plainObjectSchema = v.pipe(
  v.custom<object>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "Must be an object",
  ),
  v.looseObject({}),
);
