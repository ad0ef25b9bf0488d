import type { Claim } from "../model/claim.ts";
import { systemClaims } from "../model/system-claims.ts";

type ClaimType = Claim["claimType"];

const both = ["iss", "jti", "token_type", "ver", "aud", "exp", "iat", "auth_time"];

const accessToken = ["acr", "amr", "as_uri", "cid", "rpt", "rsi", "scp", "sub", "uid", "username"];

const idToken = [
  "active",
  "aid",
  "amr",
  "app_id",
  "app_type",
  "at_hash",
  "c_hash",
  "client_id",
  "client_ip",
  "client_req_id",
  "client_type",
  "client_user_agent",
  "cnf",
  "device_compliance",
  "device_id",
  "device_known",
  "device_managed",
  "device_name",
  "device_trust",
  "did",
  "dst",
  "group",
  "hotk",
  "idp",
  "idp_iss",
  "mac_key",
  "may_act",
  "nonce",
  "oid",
  "okta_emailVerified",
  "okta_lastUpdated",
  "orig",
  "permissions",
  "purpose",
  "pwd_exp_days",
  "pwd_exp_time",
  "rid",
  "role",
  "scope",
  "scopes",
  "sid",
  "sub",
  "term",
  "user_ip",
];

const reserved: Readonly<Record<ClaimType, ReadonlySet<string>>> = {
  RESOURCE: new Set([...both, ...accessToken]),
  IDENTITY: new Set([...both, ...idToken, ...systemClaims.map(({ name }) => name)]),
};

/**
 * Whether a name is taken by the tokens themselves, so that no admin can give it to a claim.
 *
 * Okta's list is followed, with what its tokens always hold beside it. It has `groups` for access tokens as well, and
 * Okta's guide to the static allowlist adds just such a claim and shows it in the token: the guide is followed.
 *
 * @returns Why it is refused, for the API to say; undefined where it is free. The sentence is the demo org's own:
 *   Okta's is unverified.
 * @see Okta support: OIDC Bearer Tokens, List of Reserved Claims; Okta: Customize tokens returned from Okta with a
 *   static allowlist
 */
export function findReservedName(name: string, claimType: ClaimType): string | undefined {
  if (!reserved[claimType].has(name)) return undefined;
  const token = claimType === "IDENTITY" ? "an ID token" : "an access token";
  return `'${name}' is a reserved claim name and can't be used in ${token}.`;
}
