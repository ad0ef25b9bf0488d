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

/** Returns a copy without some members. Only for members that are optional in the type. */
export function omit<T extends object>(
  object: T,
  isOmitted: (name: string, value: unknown) => boolean,
): T {
  const kept = { ...object };
  for (const [name, value] of Object.entries(object))
    if (isOmitted(name, value)) Reflect.deleteProperty(kept, name);
  return kept;
}

export function withoutNulls<T extends object>(profile: T): T {
  return omit(profile, (_name, value) => value === null);
}

/** Treats a null member like a missing one. */
export function withNullsAsMissing<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(v.unknown(), v.transform(withoutNullMembers), schema);
}

export function withoutNullMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullMembers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(withoutNulls(value)).map(([name, it]) => [name, withoutNullMembers(it)]),
  );
}

/** An object that is not an array. Valibot's object schemas accept arrays. */
export const plainObjectSchema = v.pipe(
  v.custom<object>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "Must be an object",
  ),
  v.looseObject({}),
);

/** Parses a time into milliseconds since the epoch. Seconds are optional. @see RFC 3339 §5.6 */
export function timeSchema(message: string) {
  return v.pipe(
    v.string(message),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/, message),
    v.transform((text) => Date.parse(text)),
    v.number(message),
  );
}

export const statusSchema = v.picklist(["ACTIVE", "INACTIVE"]);

/** Okta's limit for a group's name. Unverified for other names. */
export const longestName = 255;

/** Unverified: that a name of only spaces is refused. Lists couldn't show such a name. */
export const nameSchema = v.pipe(
  v.string(),
  v.check((name) => name.trim() !== "", leftBlank),
  v.maxLength(longestName),
);
