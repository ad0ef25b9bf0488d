declare const brand: unique symbol;

/** ID tokens and access tokens are both strings. The brand prevents passing one where the other is expected. */
export type IdToken = string & { readonly [brand]: "IdToken" };

export type AccessToken = string & { readonly [brand]: "AccessToken" };

/** Brands the value of an `id_token` parameter. Checks nothing. */
export function asIdToken(text: string): IdToken {
  return text as IdToken;
}

/** Brands the value of an `access_token` parameter. Checks nothing. */
export function asAccessToken(text: string): AccessToken {
  return text as AccessToken;
}
