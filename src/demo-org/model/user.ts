import * as v from "valibot";

/** `profile` is open, because orgs define custom attributes. @see Okta: Users API, the User object */
export const userSchema = v.object({
  id: v.string(),
  /** Only `ACTIVE` users can sign in. `PROVISIONED`: activated, but without a password yet. */
  status: v.picklist(["STAGED", "PROVISIONED", "ACTIVE", "SUSPENDED", "DEPROVISIONED"]),
  created: v.string(),
  activated: v.exactOptional(v.string()),
  statusChanged: v.exactOptional(v.string()),
  lastUpdated: v.string(),
  passwordChanged: v.exactOptional(v.string()),
  profile: v.objectWithRest(
    { login: v.string(), email: v.string(), firstName: v.string(), lastName: v.string() },
    v.unknown(),
  ),
  credentials: v.object({ password: v.exactOptional(v.object({ value: v.string() })) }),
});

export type User = v.InferOutput<typeof userSchema>;
export type UserProfile = User["profile"];

export function findAttribute(profile: UserProfile, name: string): string | undefined {
  const value = Object.hasOwn(profile, name) ? profile[name] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function formatFullName(profile: UserProfile): string {
  const { firstName, lastName } = profile;
  return findAttribute(profile, "displayName") ?? `${firstName} ${lastName}`.trim();
}
