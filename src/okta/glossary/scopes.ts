import { coreSection, okta, type Source } from "../sources.ts";

type ScopeExplanation = {
  /** One or two short sentences. */
  meaning: string;
  source?: Source;
};

const scopeClaims = coreSection("5.4", "ScopeClaims");

const explanations = new Map<string, ScopeExplanation>(
  Object.entries({
    openid: {
      meaning: "Makes this an OpenID Connect request. Without it, there is no ID token.",
      source: coreSection("3.1.2.1", "AuthRequest"),
    },
    profile: {
      meaning: "Requests name, username, locale and the rest of the profile.",
      source: scopeClaims,
    },
    email: {
      meaning: "Requests the email address and whether it is verified.",
      source: scopeClaims,
    },
    address: { meaning: "Requests the postal address.", source: scopeClaims },
    phone: { meaning: "Requests the phone number.", source: scopeClaims },
    groups: {
      meaning:
        "Requests groups. The org server has this scope; on a custom server an admin must add it.",
      source: okta.dynamicAllowlist,
    },
    offline_access: {
      meaning: "Requests a refresh token, which the implicit flow never returns.",
      source: okta.scopes,
    },
    device_sso: {
      meaning: "Requests a secret that lets apps on one device share a sign-in.",
      source: okta.scopeList,
    },
  } satisfies Record<string, ScopeExplanation>),
);

/** Explains what a scope requests. */
export function explainScope(name: string): ScopeExplanation {
  const known = explanations.get(name);
  if (known) return known;
  if (name.startsWith("okta.myAccount.")) {
    return {
      meaning: "Requests access to Okta’s MyAccount API. Custom servers can have this scope, too.",
      source: okta.myAccountScopes,
    };
  }
  return name.startsWith("okta.")
    ? {
        meaning: "Requests access to an Okta API. Send it to the org server.",
        source: okta.oauthForOkta,
      }
    : {
        meaning: "A custom scope. Only a custom server can have it.",
        source: okta.authorizationServers,
      };
}
