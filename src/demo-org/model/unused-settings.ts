import * as v from "valibot";

const text = v.exactOptional(v.string());
const flag = v.exactOptional(v.boolean());

function only<const Value extends string | boolean>(value: Value, reason: string) {
  return v.exactOptional(v.literal(value, reason));
}

/** Settings that have no effect. Values that would change tokens or pages at Okta are refused. */
export const unusedClientSettings = {
  client_uri: text,
  logo_uri: text,
  policy_uri: text,
  tos_uri: text,
  initiate_login_uri: text,
  /** The org has one domain, so every value results in the same issuer. */
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
  /** `REQUIRED` applies only to scopes that require consent, and this org has no such scope. */
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

export const unusedAppSettings = {
  app: v.exactOptional(v.record(v.string(), v.unknown())),
  notes: v.exactOptional(v.record(v.string(), v.unknown())),
  notifications: v.exactOptional(v.record(v.string(), v.unknown())),
  manualProvisioning: flag,
  emOptInStatus: v.exactOptional(
    v.picklist(["NONE", "DISABLED"], "Must be NONE or DISABLED: the demo org has no entitlements"),
  ),
};

export const unusedAppearance = {
  accessibility: v.exactOptional(v.record(v.string(), v.unknown())),
  visibility: v.exactOptional(v.record(v.string(), v.unknown())),
};
