import type { User } from "../../model/user.ts";
import type { Org } from "../../org.ts";
import { userTypeId } from "../user-schema/user-type.ts";
import { linkUser } from "./user-links.ts";

/** Attributes that a profile shows without a value too. @see okta/terraform-provider-okta: recorded answers */
const alwaysShown = { mobilePhone: null, secondEmail: null };

/**
 * A person as the API shows them: never with the password, only with whether there is one.
 *
 * `lastLogin` is always null: the org does not write down who signed in.
 *
 * @see Okta: Users API, the User object
 */
export function renderUser(org: Pick<Org, "baseUrl">, user: User) {
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
    type: { id: userTypeId },
    profile: { ...alwaysShown, ...profile },
    credentials: {
      ...(password && { password: {} }),
      provider: { type: "OKTA", name: "OKTA" },
    },
    _links: linkUser(org, user),
  };
}
