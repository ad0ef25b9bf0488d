import * as v from "valibot";

const text = v.exactOptional(v.string());
const flag = v.exactOptional(v.boolean());

/** A setting that can only stand where it changes nothing here, and why. */
function only<const Value extends string | boolean>(value: Value, reason: string) {
  return v.exactOptional(v.literal(value, reason));
}

/**
 * Settings of a client that the org keeps and shows, and does not act on: what they are about is not there. Where a
 * value of theirs would change tokens or pages, only the others are allowed.
 *
 * @see Okta: Applications API, the OpenIdConnectApplicationSettingsClient object
 */
export const keptClientSettings = {
  client_uri: text,
  logo_uri: text,
  policy_uri: text,
  tos_uri: text,
  initiate_login_uri: text,
  /** The org has one domain, so that all come to the same issuer. */
  issuer_mode: v.exactOptional(v.picklist(["ORG_URL", "CUSTOM_URL", "DYNAMIC"])),
  idp_initiated_login: v.exactOptional(
    v.object({
      mode: v.literal("DISABLED", "Must be DISABLED: the demo org can't start a sign-in"),
      default_scope: v.exactOptional(v.array(v.string())),
    }),
  ),
  wildcard_redirect: only(
    "DISABLED",
    "Must be DISABLED: the demo org only matches redirect URIs exactly",
  ),
  /** `REQUIRED` asks for consent to those scopes alone that need it, and none of this org's does. */
  consent_method: v.exactOptional(v.picklist(["TRUSTED", "REQUIRED"])),
  dpop_bound_access_tokens: only(false, "Must be false: the demo org doesn't support DPoP"),
  participate_slo: only(false, "Must be false: the demo org doesn't support single logout"),
  frontchannel_logout_session_required: only(
    false,
    "Must be false: the demo org doesn't support single logout",
  ),
  subject_type: only("public", "Must be public: the demo org doesn't support pairwise subjects"),
  network: v.exactOptional(
    v.object({
      connection: v.literal("ANYWHERE", "Must be ANYWHERE: the demo org has no network zones"),
    }),
  ),
};

/** Settings of an app beside its client's that the org keeps and shows. */
export const keptAppSettings = {
  app: v.exactOptional(v.record(v.string(), v.unknown())),
  notes: v.exactOptional(v.record(v.string(), v.unknown())),
  notifications: v.exactOptional(v.record(v.string(), v.unknown())),
  manualProvisioning: flag,
  emOptInStatus: v.exactOptional(
    v.picklist(["NONE", "DISABLED"], "Must be NONE or DISABLED: the demo org has no entitlements"),
  ),
};

/** How an app shows on a dashboard, which the org has not. */
export const keptAppearance = {
  accessibility: v.exactOptional(v.record(v.string(), v.unknown())),
  visibility: v.exactOptional(v.record(v.string(), v.unknown())),
};
