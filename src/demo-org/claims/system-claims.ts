import type { ServerClaim } from "../model/authorization-server.ts";

/** Name and scope of each claim that a server comes with, in the order in which tokens list them. */
const identityClaims = [
  ["name", "profile"],
  ["email", "email"],
  ["preferred_username", "profile"],
  ["nickname", "profile"],
  ["given_name", "profile"],
  ["middle_name", "profile"],
  ["family_name", "profile"],
  ["profile", "profile"],
  ["zoneinfo", "profile"],
  ["locale", "profile"],
  ["updated_at", "profile"],
  ["email_verified", "email"],
  ["address", "address"],
  ["phone_number", "phone"],
] as const;

/** The three that a thin ID token keeps, as recorded from a fresh server of a real org (`alwaysIncludeInToken`). */
const alwaysIncluded = new Set(["name", "email", "preferred_username"]);

/** The claims that a fresh custom authorization server has before anybody adds one. */
export const systemClaims: readonly ServerClaim[] = [
  ...identityClaims.map(
    ([name, scope]): ServerClaim => ({
      id: `ocl${name}`,
      name,
      status: "ACTIVE",
      claimType: "IDENTITY",
      valueType: "SYSTEM",
      conditions: { scopes: [scope] },
      system: true,
      alwaysIncludeInToken: alwaysIncluded.has(name),
    }),
  ),
  {
    id: "oclsub",
    name: "sub",
    status: "ACTIVE",
    claimType: "RESOURCE",
    valueType: "EXPRESSION",
    value: "(appuser != null) ? appuser.userName : app.clientId",
    conditions: { scopes: [] },
    system: true,
    alwaysIncludeInToken: true,
  },
];

/** The names of the claims that OpenID Connect gives, as opposed to those that an admin adds. */
export const standardNames: ReadonlySet<string> = new Set(identityClaims.map(([name]) => name));
