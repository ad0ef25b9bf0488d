/** Whether a claim is in thin ID tokens too, or only in fat ones. Labels of the Admin Console. */
export const inclusionOptions = [
  { value: "always", label: "Always" },
  { value: "asked", label: "Userinfo / id_token request" },
] as const;

export const inclusionHint =
  "ID tokens issued with an access token, or for a code, contain only claims set to Always. Okta’s pages disagree about the one beside a code (code id_token).";
