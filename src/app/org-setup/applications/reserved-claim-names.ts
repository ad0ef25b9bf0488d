/** Names of claims that Okta puts into ID tokens itself, and of claims per scope. */
const reservedNames: ReadonlySet<string> = new Set(
  `active address aid amr app_id app_type at_hash aud auth_time birthdate c_hash client_id client_ip
  client_req_id client_type client_user_agent cnf device_compliance device_id device_known device_managed
  device_name device_trust did dst email email_verified exp family_name gender given_name group groups hotk
  iat idp idp_iss iss jti locale mac_key may_act middle_name name nickname nonce oid okta_emailVerified
  okta_lastUpdated orig permissions phone_number picture preferred_username profile purpose pwd_exp_days
  pwd_exp_time rid role scope scopes sid sub term token_type updated_at user_ip ver website zoneinfo`.split(
    /\s+/,
  ),
);

/**
 * Finds out whether a claim in an app's Claims section can't have a name. Okta's console refuses `groups` in these words.
 *
 * Unverified: that it refuses the other names too, which are Okta's list for ID tokens.
 *
 * @see okta/terraform-provider-okta#2745 on GitHub; Okta support: OIDC Bearer Tokens, List of Reserved Claims
 */
export function findReservedName(name: string): string | undefined {
  return reservedNames.has(name) ? `'${name}' is reserved and cannot be used` : undefined;
}
