import type { User } from "../../model/user.ts";
import type { Org } from "../../org.ts";

/** The one type of user that an org has from the start. */
const defaultUserType = { id: "otydefaultUserTy0h7" };

/**
 * A person as the API shows them: never with the password, only with whether there is one.
 *
 * `lastLogin` is always null: the org does not write down who signed in.
 *
 * @see Okta: Users API, the User object
 */
export function renderUser({ baseUrl }: Pick<Org, "baseUrl">, user: User) {
  const { id, status, created, lastUpdated, profile } = user;
  const { activated = status === "STAGED" ? null : created } = user;
  const { statusChanged = activated } = user;
  const { password } = user.credentials;
  return {
    id,
    status,
    created,
    activated,
    statusChanged,
    lastLogin: null,
    lastUpdated,
    passwordChanged: password ? (user.passwordChanged ?? created) : null,
    type: defaultUserType,
    profile,
    credentials: {
      ...(password && { password: {} }),
      provider: { type: "OKTA", name: "OKTA" },
    },
    _links: { self: { href: `${baseUrl}/api/v1/users/${id}` } },
  };
}
