declare const brand: unique symbol;

/** ID tokens and access tokens are both strings. The brand prevents passing one where the other is expected. */
export type IdToken = string & { readonly [brand]: "IdToken" };

export type AccessToken = string & { readonly [brand]: "AccessToken" };

export function asIdToken(text: string): IdToken {
  return text as IdToken;
}

export function asAccessToken(text: string): AccessToken {
  return text as AccessToken;
}
