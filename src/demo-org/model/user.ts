import * as v from "valibot";

/**
 * A person, in the shape of Okta's Users API.
 *
 * `profile` is open: beside Okta's 31 base attributes an org may define its own, which is where `picture`, `website`,
 * `gender` and `birthdate` come from.
 *
 * @see Okta: Users API, the User object
 */
export const userSchema = v.object({
  id: v.string(),
  /** Only who is `ACTIVE` can sign in. `PROVISIONED`: activated, but without a password yet. */
  status: v.picklist(["STAGED", "PROVISIONED", "ACTIVE", "SUSPENDED", "DEPROVISIONED"]),
  created: v.string(),
  /** Who was made without being let in yet has none. */
  activated: v.exactOptional(v.string()),
  statusChanged: v.exactOptional(v.string()),
  lastUpdated: v.string(),
  passwordChanged: v.exactOptional(v.string()),
  profile: v.objectWithRest(
    { login: v.string(), email: v.string(), firstName: v.string(), lastName: v.string() },
    v.unknown(),
  ),
  /** Nobody signs in with a password who has none. */
  credentials: v.object({ password: v.exactOptional(v.object({ value: v.string() })) }),
});

export type User = v.InferOutput<typeof userSchema>;
export type UserProfile = User["profile"];

/** The text that a profile holds under a name; undefined where it holds none. */
export function readAttribute(profile: UserProfile, name: string): string | undefined {
  const value = Object.hasOwn(profile, name) ? profile[name] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A person's name as Okta writes it: the display name, or else first and last name. */
export function readFullName(profile: UserProfile): string {
  const { firstName, lastName } = profile;
  return readAttribute(profile, "displayName") ?? `${firstName} ${lastName}`.trim();
}
