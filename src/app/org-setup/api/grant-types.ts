/** Grant types of apps and access policies: API values and Admin Console labels. */
export const grantTypes = [
  { value: "client_credentials", label: "Client Credentials" },
  { value: "authorization_code", label: "Authorization Code" },
  { value: "implicit", label: "Implicit (hybrid)" },
  { value: "refresh_token", label: "Refresh Token" },
] as const;

/** The grant types of rules. The console's form has no box for refresh tokens. @see Okta help: Create rules for an access policy */
export const ruleGrantTypes = grantTypes.filter(({ value }) => value !== "refresh_token");
