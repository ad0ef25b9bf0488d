import { coreSection, okta } from "../sources.ts";
import { type Explanation, explainBy } from "./explanation.ts";

const scopeClaims = coreSection("5.4", "ScopeClaims");

const explanations = new Map<string, Explanation>([
  ...explainBy(coreSection("3.1.2.1", "AuthRequest"), {
    openid: "Makes this an OpenID Connect request. Without it, there is no ID token.",
  }),
  ...explainBy(scopeClaims, {
    profile: "Requests name, username, locale and the rest of the profile.",
    email: "Requests the email address and whether it is verified.",
    address: "Requests the postal address.",
    phone: "Requests the phone number.",
  }),
  ...explainBy(okta.dynamicAllowlist, {
    groups:
      "Requests groups. The org server has this scope; on a custom server an admin must add it.",
  }),
  ...explainBy(okta.scopes, {
    offline_access: "Requests a refresh token, which the implicit flow never returns.",
  }),
  ...explainBy(okta.scopeList, {
    device_sso: "Requests a secret that lets apps on one device share a sign-in.",
  }),
]);

export function explainScope(name: string): Explanation {
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
