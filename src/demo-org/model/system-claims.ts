import type { Claim } from "./claim.ts";

/** The three standard claims that stay in an ID token when an access token accompanies it. */
const keptWhenThin = new Set(["name", "preferred_username", "email"]);

const namesByScope: readonly (readonly [scope: string, names: readonly string[]])[] = [
  [
    "profile",
    [
      "name",
      "nickname",
      "preferred_username",
      "given_name",
      "middle_name",
      "family_name",
      "profile",
      "zoneinfo",
      "locale",
      "updated_at",
      "picture",
      "website",
      "gender",
      "birthdate",
    ],
  ],
  ["email", ["email", "email_verified"]],
  ["address", ["address"]],
  ["phone", ["phone_number"]],
];

/**
 * The standard claims of every authorization server: by which scope each is asked for, and whether a thin ID token
 * keeps it. A custom server's copy can be edited, the org server's cannot.
 *
 * Guide and claim flags disagree on thin ID tokens: the guide says base claims only, the flags of a new server keep
 * these three, and so does Okta's table of scope-dependent claims, which is followed here.
 *
 * @see OpenID Connect Core 1.0 §5.4; Okta: OpenID Connect & OAuth 2.0 API, "Scope-dependent claims"
 */
export const systemClaims: readonly Claim[] = namesByScope.flatMap(([scope, names]) =>
  names.map((name) => ({
    id: `ocl.${name}`,
    name,
    status: "ACTIVE",
    claimType: "IDENTITY",
    valueType: "SYSTEM",
    conditions: { scopes: [scope] },
    system: true,
    alwaysIncludeInToken: keptWhenThin.has(name),
  })),
);

/** What `sub` of an access token holds: the person's username at the app. */
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
