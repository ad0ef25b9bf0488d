import type { Scope } from "./custom-server.ts";

/**
 * The standard scopes of every server, with the claims that each one requests. `device_sso` is never granted.
 * @see OpenID Connect Core 1.0 §5.4, §11; okta/terraform-provider-okta: recorded scopes of `default` (2025)
 */
export const claimsByScope = {
  openid: [],
  profile: [
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
  email: ["email", "email_verified"],
  address: ["address"],
  phone: ["phone_number"],
  offline_access: [],
  device_sso: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SystemClaimName = (typeof claimsByScope)[keyof typeof claimsByScope][number];

export const systemScopes: readonly Scope[] = Object.keys(claimsByScope).map(buildSystemScope);

export function isSystemScope(name: string): boolean {
  return Object.hasOwn(claimsByScope, name);
}

export function buildSystemScope(name: string): Scope {
  return {
    id: `scp.${name}`,
    name,
    system: true,
    metadataPublish: "ALL_CLIENTS",
    default: false,
  };
}
