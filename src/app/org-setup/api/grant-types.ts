/** The grant types that apps use and access policies allow: as the API has them, and as the Admin Console calls them. */
export const grantTypes = [
  { value: "client_credentials", label: "Client Credentials" },
  { value: "authorization_code", label: "Authorization Code" },
  { value: "implicit", label: "Implicit (hybrid)" },
  { value: "refresh_token", label: "Refresh Token" },
] as const;
