import { splitWords } from "../split-words.ts";
import type { Claim } from "./claim.ts";

// An ID token that is issued with an access token keeps these claims, according to Okta's table of scope-dependent
// claims and to the flags of a new server's claims. Okta's guide says that only base claims are kept.
// @see Okta: OpenID Connect & OAuth 2.0 API, "Scope-dependent claims"
const keptWhenThin = new Set(["name", "preferred_username", "email"]);

const namesByScope = {
  profile: `
    name nickname preferred_username given_name middle_name family_name profile zoneinfo locale
    updated_at picture website gender birthdate
  `,
  email: "email email_verified",
  address: "address",
  phone: "phone_number",
};

/** The standard claims of every server. Admins can edit those of a custom server. @see OpenID Connect Core 1.0 §5.4 */
export const systemClaims: readonly Claim[] = Object.entries(namesByScope).flatMap(
  ([scope, names]) =>
    splitWords(names).map(
      (name): Claim => ({
        id: `ocl.${name}`,
        name,
        status: "ACTIVE",
        claimType: "IDENTITY",
        valueType: "SYSTEM",
        conditions: { scopes: [scope] },
        system: true,
        alwaysIncludeInToken: keptWhenThin.has(name),
      }),
    ),
);

export const accessTokenSubject: Claim = {
  id: "ocl.sub",
  name: "sub",
  status: "ACTIVE",
  claimType: "RESOURCE",
  valueType: "EXPRESSION",
  value: "(appuser != null) ? appuser.userName : app.clientId",
  conditions: { scopes: [] },
  system: true,
  alwaysIncludeInToken: true,
};
