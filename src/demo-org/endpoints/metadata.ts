import { responseModes } from "../authorize/parameters.ts";
import { standardNames } from "../claims/system-claims.ts";
import type { IssuingServer } from "../model/issuing-server.ts";

/** What the implicit flow can be asked for here; the org's OpenID document leaves the bare `token` out, as Okta's does. */
const responseTypes = ["id_token", "id_token token"];

/**
 * What a server says of itself, for OpenID Connect and for OAuth. The two differ as Okta's do; neither
 * promises anything that does not work.
 *
 * @see OpenID Connect Discovery 1.0 §3; RFC 8414 §2; Okta: OpenAPI examples of the two documents
 */
export function openIdMetadata(server: IssuingServer) {
  const { endpointBase } = server;
  return {
    issuer: server.issuer,
    authorization_endpoint: `${endpointBase}/authorize`,
    userinfo_endpoint: `${endpointBase}/userinfo`,
    jwks_uri: `${endpointBase}/keys`,
    response_types_supported: responseTypes,
    response_modes_supported: responseModes,
    grant_types_supported: ["implicit"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: publishedScopes(server),
    claims_supported: [
      ...["iss", "ver", "sub", "aud", "iat", "exp", "jti", "auth_time", "amr", "idp", "nonce"],
      ...standardNames,
      "at_hash",
    ],
    end_session_endpoint: `${endpointBase}/logout`,
  };
}

export function oauthMetadata(server: IssuingServer) {
  const { endpointBase } = server;
  return {
    issuer: server.issuer,
    authorization_endpoint: `${endpointBase}/authorize`,
    // The org's own OAuth document names no keys: its access tokens are for Okta alone.
    ...(server.kind === "custom" && { jwks_uri: `${endpointBase}/keys` }),
    response_types_supported: ["token", ...responseTypes],
    response_modes_supported: responseModes,
    grant_types_supported: ["implicit"],
    subject_types_supported: ["public"],
    scopes_supported: publishedScopes(server),
    claims_supported: ["ver", "jti", "iss", "aud", "iat", "exp", "cid", "uid", "scp", "sub"],
    end_session_endpoint: `${endpointBase}/logout`,
  };
}

function publishedScopes({ scopes }: IssuingServer): readonly string[] {
  return scopes
    .filter(({ metadataPublish }) => metadataPublish === "ALL_CLIENTS")
    .map(({ name }) => name);
}
