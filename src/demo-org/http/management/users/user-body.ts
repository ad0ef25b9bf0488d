import type { Context } from "hono";
import * as v from "valibot";
import type { User } from "../../../model/user.ts";
import { plainObjectSchema, profileAttributeSchema, withoutNulls } from "../common-schemas.ts";
import { parseBody, parseFields } from "../parse-body.ts";
import { isEmail } from "../user-schema/check-profile.ts";

const nameSchema = text(1, 50);

/** @see Okta: Users API, "Default profile properties" */
const requiredAttributes = {
  login: v.pipe(text(5, 100), v.check(isEmail, "Username must be in the form of an email address")),
  email: v.pipe(text(5, 100), v.check(isEmail, "Does not match required pattern")),
  firstName: nameSchema,
  lastName: nameSchema,
};

export const wholeProfileSchema = v.objectWithRest(requiredAttributes, profileAttributeSchema);

const profileChangeSchema = v.objectWithRest(
  {
    login: v.exactOptional(requiredAttributes.login),
    email: v.exactOptional(requiredAttributes.email),
    firstName: v.exactOptional(nameSchema),
    lastName: v.exactOptional(nameSchema),
  },
  profileAttributeSchema,
);

const passwordSchema = v.optional(
  v.pipe(
    v.object({ password: v.optional(v.object({ value: v.optional(text(1, 72)) })) }),
    v.transform(({ password }) => password?.value),
  ),
);

const newUserSchema = v.object({
  profile: plainObjectSchema,
  credentials: passwordSchema,
  groupIds: v.optional(v.array(v.string()), []),
});

const userChangeSchema = v.object({
  profile: v.optional(plainObjectSchema),
  credentials: passwordSchema,
});

export async function parseNewUser(c: Context) {
  const { profile, credentials, groupIds } = await parseBody(c, newUserSchema, "user");
  return { profile: parseWholeProfile(profile), password: credentials, groupIds };
}

export async function parseReplacement(c: Context) {
  const { profile, credentials } = await parseBody(c, userChangeSchema, "user");
  return { profile: profile && parseWholeProfile(profile), password: credentials };
}

export async function parseUserChange(c: Context) {
  const { profile = {}, credentials } = await parseBody(c, userChangeSchema, "user");
  return { profile: parseProfile(profile, profileChangeSchema), password: credentials };
}

function parseWholeProfile(profile: object): User["profile"] {
  return withoutNulls(parseProfile(profile, wholeProfileSchema));
}

function parseProfile<Schema extends v.GenericSchema>(
  profile: object,
  schema: Schema,
): v.InferOutput<Schema> {
  const { issues } = v.safeParse(schema, profile);
  const [issue] = issues ?? [];
  return parseFields(profile, schema, (issue && v.getDotPath(issue)) ?? "profile");
}

function text(shortest: number, longest: number) {
  return v.pipe(v.string(), v.minLength(shortest), v.maxLength(longest));
}
