import type { AuthorizationServer } from "../../model/authorization-server.ts";
import type { SystemClaimName } from "../../model/system-scopes.ts";
import { findAttribute, formatFullName, type User, type UserProfile } from "../../model/user.ts";
import type { ClientContext, JsonValue } from "./claims-context.ts";

type Evaluate = (profile: UserProfile, user: User) => JsonValue | undefined;

const attribute =
  (name: string): Evaluate =>
  (profile) =>
    findAttribute(profile, name);

/** `picture`, `website`, `gender` and `birthdate` are custom attributes. */
const evaluators: Readonly<Record<SystemClaimName, Evaluate>> = {
  name: formatFullName,
  nickname: attribute("nickName"),
  preferred_username: attribute("login"),
  given_name: attribute("firstName"),
  middle_name: attribute("middleName"),
  family_name: attribute("lastName"),
  profile: attribute("profileUrl"),
  zoneinfo: attribute("timezone"),
  locale: attribute("locale"),
  updated_at: (_profile, user) => Math.floor(Date.parse(user.lastUpdated) / 1000),
  picture: attribute("picture"),
  website: attribute("website"),
  gender: attribute("gender"),
  birthdate: attribute("birthdate"),
  email: attribute("email"),
  email_verified: () => true,
  address: buildAddress,
  phone_number: attribute("primaryPhone"),
};

/** A `Map`, because the names of stored claims may be those of properties that every object has. */
const evaluatorsByName: ReadonlyMap<string, Evaluate> = new Map(Object.entries(evaluators));

/**
 * The org server uses the app user's profile, a custom server the Okta user's.
 * @see OpenID Connect Core 1.0 §5.1; Okta support: Groups or Attribute Missing
 */
export function evaluateSystemClaim(
  name: string,
  serverKind: AuthorizationServer["kind"],
  { user, appUser }: ClientContext,
): JsonValue | undefined {
  const profile = serverKind === "org" ? appUser?.profile : user?.profile;
  return user && profile && evaluatorsByName.get(name)?.(profile, user);
}

/** @see OpenID Connect Core 1.0 §5.1.1 */
function buildAddress(profile: UserProfile): JsonValue | undefined {
  const members = [
    ["street_address", "streetAddress"],
    ["locality", "city"],
    ["region", "state"],
    ["postal_code", "zipCode"],
    ["country", "countryCode"],
  ].flatMap(([member, name]) => {
    const value = name && findAttribute(profile, name);
    return member && value ? [[member, value] as const] : [];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}
