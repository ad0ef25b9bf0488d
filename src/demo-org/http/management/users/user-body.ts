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

const credentialsSchema = v.object({
  password: v.optional(v.object({ value: v.optional(text(1, 72)) })),
});

const newUserSchema = v.object({
  profile: plainObjectSchema,
  credentials: v.optional(credentialsSchema, {}),
  groupIds: v.optional(v.array(v.string()), []),
});

const userChangeSchema = v.pipe(
  plainObjectSchema,
  v.object({
    profile: v.optional(plainObjectSchema),
    credentials: v.optional(credentialsSchema, {}),
  }),
);

export async function parseNewUser(c: Context) {
  const { profile, credentials, groupIds } = await parseBody(c, newUserSchema, "user");
  return { profile: parseWholeProfile(profile), password: credentials.password?.value, groupIds };
}

export async function parseReplacement(c: Context) {
  const { profile, credentials } = await parseBody(c, userChangeSchema, "user");
  const password = credentials.password?.value;
  return { profile: profile && parseWholeProfile(profile), password };
}

export async function parseUserChange(c: Context) {
  const { profile = {}, credentials } = await parseBody(c, userChangeSchema, "user");
  const password = credentials.password?.value;
  return { profile: parseProfile(profile, profileChangeSchema), password };
}

function parseWholeProfile(profile: object): User["profile"] {
  const { login, email, firstName, lastName, ...rest } = parseProfile(profile, wholeProfileSchema);
  return { login, email, firstName, lastName, ...withoutNulls(rest) };
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
