import type { User } from "../../../model/user.ts";
import type { Org } from "../../state/org.ts";
import { userSchemaId, userTypeId } from "../user-schema/render-user-schema.ts";

/** Included even without a value. @see okta/terraform-provider-okta: recorded responses */
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

const actions = {
  activate: "lifecycle/activate",
  reactivate: "lifecycle/reactivate",
  deactivate: "lifecycle/deactivate",
  suspend: "lifecycle/suspend",
  unsuspend: "lifecycle/unsuspend",
  resetPassword: "lifecycle/reset_password",
  expirePassword: "lifecycle/expire_password",
  resetFactors: "lifecycle/reset_factors",
  forgotPassword: "credentials/forgot_password",
  changeRecoveryQuestion: "credentials/change_recovery_question",
  changePassword: "credentials/change_password",
} as const;

/** Unverified for `SUSPENDED`; chosen from Okta's documentation of the lifecycle. */
const actionsOf: Readonly<Record<User["status"], readonly (keyof typeof actions)[]>> = {
  STAGED: ["activate", "resetFactors"],
  PROVISIONED: ["suspend", "resetPassword", "reactivate", "resetFactors", "deactivate"],
  ACTIVE: [
    "suspend",
    "resetPassword",
    "forgotPassword",
    "expirePassword",
    "changeRecoveryQuestion",
    "resetFactors",
    "changePassword",
    "deactivate",
  ],
  SUSPENDED: ["unsuspend", "resetFactors", "deactivate"],
  DEPROVISIONED: ["activate", "resetFactors"],
};

/** Like Okta, links to actions even if they are not supported. @see okta/terraform-provider-okta: recorded responses */
function linkUser({ baseUrl }: Pick<Org, "baseUrl">, { id, status }: User) {
  const self = `${baseUrl}/api/v1/users/${id}`;
  const meta = `${baseUrl}/api/v1/meta`;
  return {
    self: { href: self },
    schema: { href: `${meta}/schemas/user/${userSchemaId}` },
    type: { href: `${meta}/types/user/${userTypeId}` },
    ...Object.fromEntries(
      actionsOf[status].map((name) => [name, { href: `${self}/${actions[name]}`, method: "POST" }]),
    ),
    ...(status === "DEPROVISIONED" && { delete: { href: self, method: "DELETE" } }),
  };
}
