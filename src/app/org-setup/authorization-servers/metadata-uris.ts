import type { AuthorizationServer } from "../api/okta-objects.ts";

/** Okta's API also answers at an older path. @see RFC 8414 §3.1; Okta: Authorization servers, "Discovery endpoints" */
export function listMetadataUris({ id, issuer }: AuthorizationServer): readonly string[] {
  const orgUrl = issuer.slice(0, issuer.lastIndexOf("/oauth2/"));
  return [
    `${issuer}/.well-known/openid-configuration`,
    `${orgUrl}/.well-known/oauth-authorization-server/oauth2/${id}`,
    `${issuer}/.well-known/oauth-authorization-server`,
  ];
}
