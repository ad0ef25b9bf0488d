import type { AuthorizationServer } from "../api/okta-objects.ts";

/**
 * RFC 8414 §3.1 puts the well-known path before the issuer's own, as Okta's pages do now. Okta's API also answers at the
 * older path.
 *
 * @see Okta: Authorization servers, "Discovery endpoints"
 */
export function listMetadataUris({ id, issuer }: AuthorizationServer): readonly string[] {
  const orgUrl = issuer.slice(0, issuer.lastIndexOf("/oauth2/"));
  return [
    `${issuer}/.well-known/openid-configuration`,
    `${orgUrl}/.well-known/oauth-authorization-server/oauth2/${id}`,
    `${issuer}/.well-known/oauth-authorization-server`,
  ];
}
