import { coreSection, okta, rfcSection, type Source } from "../sources.ts";

export type ScopeExplanation = {
  /** One sentence. */
  meaning: string;
  source?: Source;
};

const scopeClaims = coreSection("5.4", "ScopeClaims");

const explanations = new Map<string, ScopeExplanation>(
  Object.entries({
    openid: {
      meaning: "Makes the request an OpenID Connect request; without it there is no ID token.",
      source: coreSection("3.1.2.1", "AuthRequest"),
    },
    profile: {
      meaning: "Asks for name, username, locale and the rest of the person’s profile.",
      source: scopeClaims,
    },
    email: {
      meaning: "Asks for the e-mail address and whether it is verified.",
      source: scopeClaims,
    },
    address: { meaning: "Asks for the postal address.", source: scopeClaims },
    phone: { meaning: "Asks for the phone number.", source: scopeClaims },
    groups: {
      meaning:
        "Asks for groups: the org authorization server knows it from the start, a custom one only once an admin adds it.",
      source: okta.groupsClaim,
    },
    offline_access: {
      meaning: "Asks for a refresh token, which the implicit flow never gives.",
      source: okta.scopes,
    },
    device_sso: {
      meaning: "Asks for a secret that lets apps on one device share a sign-in.",
      source: okta.scopes,
    },
  } satisfies Record<string, ScopeExplanation>),
);

/** Says what asking for a scope brings. */
export function explainScope(name: string): ScopeExplanation {
  const known = explanations.get(name);
  if (known) return known;
  return name.startsWith("okta.")
    ? {
        meaning: "Asks for a part of Okta’s own API; only the org authorization server grants it.",
        source: okta.scopes,
      }
    : {
        meaning: "A custom scope: only a custom authorization server that has it will grant it.",
        source: rfcSection(6749, "3.3"),
      };
}
