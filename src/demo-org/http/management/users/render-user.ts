import type { User } from "../../../model/user.ts";
import type { Org } from "../../state/org.ts";
import { userSchemaId, userTypeId } from "../user-schema/render-user-schema.ts";

/** Attributes that are returned even if they have no value. @see okta/terraform-provider-okta: recorded responses */
const alwaysShown = { mobilePhone: null, secondEmail: null };

/** `lastLogin` is null, because the org doesn't record sign-ins. @see Okta: Users API, the User object */
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
    credentials: { ...(password && { password: {} }), provider: { type: "OKTA", name: "OKTA" } },
    _links: linkUser(org, user),
  };
}

/** Unverified: the actions for `SUSPENDED`, which follow Okta's documentation of the lifecycle. */
const actionsOf: Readonly<Record<User["status"], readonly string[]>> = {
  STAGED: ["lifecycle/activate", "lifecycle/reset_factors"],
  PROVISIONED: [
    "lifecycle/suspend",
    "lifecycle/reset_password",
    "lifecycle/reactivate",
    "lifecycle/reset_factors",
    "lifecycle/deactivate",
  ],
  ACTIVE: [
    "lifecycle/suspend",
    "lifecycle/reset_password",
    "credentials/forgot_password",
    "lifecycle/expire_password",
    "credentials/change_recovery_question",
    "lifecycle/reset_factors",
    "credentials/change_password",
    "lifecycle/deactivate",
  ],
  SUSPENDED: ["lifecycle/unsuspend", "lifecycle/reset_factors", "lifecycle/deactivate"],
  DEPROVISIONED: ["lifecycle/activate", "lifecycle/reset_factors"],
};

/** Returns `resetPassword` for `lifecycle/reset_password`. */
function nameAction(path: string): string {
  return path.replace(/^.*\//, "").replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Like Okta, links to actions even if they are not supported. @see okta/terraform-provider-okta: recorded responses */
function linkUser({ baseUrl }: Pick<Org, "baseUrl">, { id, status }: User) {
  const self = `${baseUrl}/api/v1/users/${id}`;
  const meta = `${baseUrl}/api/v1/meta`;
  return {
    self: { href: self },
    schema: { href: `${meta}/schemas/user/${userSchemaId}` },
    type: { href: `${meta}/types/user/${userTypeId}` },
    ...Object.fromEntries(
      actionsOf[status].map((it) => [nameAction(it), { href: `${self}/${it}`, method: "POST" }]),
    ),
    ...(status === "DEPROVISIONED" && { delete: { href: self, method: "DELETE" } }),
  };
}
