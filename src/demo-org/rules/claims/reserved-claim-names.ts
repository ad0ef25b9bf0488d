import type { Claim } from "../../model/claim.ts";
import { systemClaims } from "../../model/system-claims.ts";
import { splitWords } from "../../split-words.ts";

type ClaimKind = Claim["claimType"] | "FEDERATED";

const both = ["iss", "jti", "token_type", "ver", "aud", "exp", "iat", "auth_time"];

const accessToken = ["acr", "amr", "as_uri", "cid", "rpt", "rsi", "scp", "sub", "uid", "username"];

const idToken = splitWords(`
  active aid amr app_id app_type at_hash c_hash client_id client_ip client_req_id client_type
  client_user_agent cnf device_compliance device_id device_known device_managed device_name
  device_trust did dst group hotk idp idp_iss mac_key may_act nonce oid okta_emailVerified
  okta_lastUpdated orig permissions purpose pwd_exp_days pwd_exp_time rid role scope scopes sid
  sub term user_ip
`);

const ofIdTokens = [...both, ...idToken, ...systemClaims.map(({ name }) => name)];

const reserved: Readonly<Record<ClaimKind, ReadonlySet<string>>> = {
  RESOURCE: new Set([...both, ...accessToken]),
  IDENTITY: new Set(ofIdTokens),
  FEDERATED: new Set([...ofIdTokens, "groups"]),
};

/**
 * Okta's list also reserves `groups` for access tokens, but Okta's guide to the static allowlist adds such a claim.
 * Unverified: the other reserved names of federated claims, and the message for claims of a custom server.
 * @see Okta support: OIDC Bearer Tokens, List of Reserved Claims; okta/terraform-provider-okta#2745 on GitHub
 */
export function findReservedName(name: string, kind: ClaimKind): string | undefined {
  return reserved[kind].has(name) ? `'${name}' is reserved and cannot be used` : undefined;
}
