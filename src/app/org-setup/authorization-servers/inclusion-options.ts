/** When an ID token has a claim: with the thin ones, too, or with those alone that come without an access token. */
export const inclusionOptions = [
  { value: "always", label: "Always" },
  { value: "asked", label: "Userinfo / id_token request" },
] as const;

export const inclusionHint =
  "With an access token or a code beside it, an ID token has only the claims set to Always.";
