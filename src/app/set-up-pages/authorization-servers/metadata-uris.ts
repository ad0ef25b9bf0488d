import type { AuthorizationServer } from "../../org-api/okta-objects.ts";

/**
 * Lists the addresses of a custom server's metadata: OpenID Connect's, RFC 8414's, and an older one that Okta also serves.
 *
 * @see RFC 8414 §3.1; Okta: Authorization servers, "Discovery endpoints"
 */
export function listMetadataUris({ id, issuer }: AuthorizationServer): readonly string[] {
  const orgUrl = issuer.slice(0, issuer.lastIndexOf("/oauth2/"));
  return [
    `${issuer}/.well-known/openid-configuration`,
    `${orgUrl}/.well-known/oauth-authorization-server/oauth2/${id}`,
    `${issuer}/.well-known/oauth-authorization-server`,
  ];
}
