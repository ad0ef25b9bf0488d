import type { User } from "../../../model/user.ts";
import type { Org } from "../../state/org.ts";
import { userTypeId } from "../user-schema/user-type.ts";
import { linkUser } from "./user-links.ts";

/** Attributes that a profile contains even without a value. @see okta/terraform-provider-okta: recorded answers */
const alwaysShown = { mobilePhone: null, secondEmail: null };

/**
 * A user as the API returns them: without the password, only whether there is one.
 *
 * `lastLogin` is always null, because the org doesn't record sign-ins.
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
