declare const brand: unique symbol;

/** ID tokens and access tokens are both strings; the brand keeps one out of the other's place. */
export type IdToken = string & { readonly [brand]: "IdToken" };

export type AccessToken = string & { readonly [brand]: "AccessToken" };

/** Calls a string what the parameter it came in was called. Says nothing of what it holds. */
export function asIdToken(text: string): IdToken {
  return text as IdToken;
}

/** @see asIdToken */
export function asAccessToken(text: string): AccessToken {
  return text as AccessToken;
}
