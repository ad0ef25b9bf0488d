import type { User } from "../model/directory.ts";

export type JsonValue =
  | string
  | number
  | boolean
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

/**
 * Where each standard claim gets its value. A claim without a value is left out of every token.
 *
 * @see OpenID Connect Core 1.0 §5.1; Okta: OpenID Connect & OAuth 2.0 API, scope-dependent claims
 */
const readers: Record<string, (user: User) => JsonValue | undefined> = {
  name: ({ profile }) => `${profile.firstName} ${profile.lastName}`,
  preferred_username: ({ profile }) => profile.login,
  nickname: ({ profile }) => profile.nickName,
  given_name: ({ profile }) => profile.firstName,
  middle_name: ({ profile }) => profile.middleName,
  family_name: ({ profile }) => profile.lastName,
  profile: ({ profile }) => profile.profileUrl,
  zoneinfo: ({ profile }) => profile.timezone,
  locale: ({ profile }) => profile.locale,
  updated_at: ({ lastUpdated }) => lastUpdated,
  email: ({ profile }) => profile.email,
  email_verified: () => true,
  phone_number: ({ profile }) => profile.primaryPhone,
  address: ({ profile }) => {
    if (profile.streetAddress === undefined) return undefined;
    return {
      street_address: profile.streetAddress,
      locality: profile.city,
      region: profile.state,
      postal_code: profile.zipCode,
      country: profile.countryCode,
    };
  },
};

/** The value of a standard claim for a person; `undefined` where there is none, or no such claim. */
export function readStandardClaim(name: string, user: User): JsonValue | undefined {
  return Object.hasOwn(readers, name) ? readers[name]?.(user) : undefined;
}
