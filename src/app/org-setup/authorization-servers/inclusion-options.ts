/** Whether a claim is in thin ID tokens too, or only in fat ones. Labels of the Admin Console. */
export const inclusionOptions = [
  { value: "always", label: "Always" },
  { value: "asked", label: "Userinfo / id_token request" },
] as const;

export const inclusionHint =
  "ID tokens that are issued with an access token contain only claims set to Always.";
