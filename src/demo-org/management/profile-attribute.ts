import * as v from "valibot";

const scalarSchema = v.union([v.string(), v.number(), v.boolean()]);

/**
 * What an attribute of a profile may hold; null takes it away. Orgs define attributes of their own, so that any name
 * is one, but there are no objects within a profile.
 *
 * @see Okta help: Add custom attributes to an Okta user profile, "Data type"
 */
export const profileAttributeSchema = v.nullable(
  v.union(
    [scalarSchema, v.array(scalarSchema)],
    "Must be a string, a number, true, false, or an array of these",
  ),
);

/** A profile's attributes without those that are taken away. */
export function withoutNulls(profile: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== null));
}

/** An object before its members are looked at; schemas of objects take lists for objects too. */
export const plainObjectSchema = v.pipe(
  v.custom<object>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "Must be an object",
  ),
  v.looseObject({}),
);
