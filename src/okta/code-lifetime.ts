/** How long Okta accepts a code. @see Okta: OpenID Connect & OAuth 2.0 API, response properties of /authorize */
export const codeLifetimeSeconds = 300;
