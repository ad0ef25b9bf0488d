import { findApplication } from "../../model/directory.ts";
import { apiScopes } from "../../model/okta-scopes.ts";
import { systemClaims } from "../../model/system-claims.ts";
import { responseModes } from "../../rules/authorize/response-mode.ts";
import { publishKey } from "../../rules/signing-keys.ts";
import { splitWords } from "../../split-words.ts";
import { ApiError } from "../management/api-error.ts";
import type { ServerRequest } from "../state/server-request.ts";

const idTokenClaims = [
  ...splitWords("iss ver sub aud iat exp jti auth_time amr idp nonce at_hash c_hash"),
  ...systemClaims.map(({ name }) => name),
];

const openIdResponseTypes = [
  "code",
  "id_token",
  "code id_token",
  "code token",
  "id_token token",
  "code id_token token",
];

const authMethods = ["client_secret_basic", "client_secret_post", "none"];

const accessTokenClaims = ["ver", "jti", "iss", "aud", "iat", "exp", "cid", "uid", "scp", "sub"];

/** As at Okta, the response types don't list `token`, although `token` works. @see OpenID Connect Discovery 1.0 §3 */
export function handleOpenIdMetadata(request: ServerRequest): Response {
  const { endpoints } = request.server;
  return sendMetadata(request, {
    ...describeServer(request),
    userinfo_endpoint: `${endpoints}/v1/userinfo`,
    jwks_uri: `${endpoints}/v1/keys`,
    response_types_supported: openIdResponseTypes,
    id_token_signing_alg_values_supported: ["RS256"],
    claims_supported: idTokenClaims,
  });
}

/** The org server's metadata lacks `jwks_uri`: only Okta is meant to verify its access tokens. @see RFC 8414 §2 */
export function handleOAuthMetadata(request: ServerRequest): Response {
  const { kind, endpoints } = request.server;
  return sendMetadata(request, {
    ...describeServer(request),
    ...(kind === "custom" && { jwks_uri: `${endpoints}/v1/keys` }),
    response_types_supported: [...openIdResponseTypes, "token"],
    claims_supported: accessTokenClaims,
    scopes_supported: [...(kind === "org" ? apiScopes : []), ...listPublished(request)],
  });
}

function listPublished({ server }: ServerRequest): readonly string[] {
  return server.scopes
    .filter(({ metadataPublish }) => metadataPublish === "ALL_CLIENTS")
    .map(({ name }) => name);
}

function describeServer(request: ServerRequest) {
  const { server } = request;
  return {
    issuer: server.issuer,
    authorization_endpoint: `${server.endpoints}/v1/authorize`,
    token_endpoint: `${server.endpoints}/v1/token`,
    end_session_endpoint: `${server.endpoints}/v1/logout`,
    grant_types_supported: [
      "authorization_code",
      "implicit",
      "refresh_token",
      // On the org server, Okta supports this grant only for scopes of its own API.
      ...(server.kind === "custom" ? ["client_credentials"] : []),
    ],
    response_modes_supported: responseModes,
    subject_types_supported: ["public"],
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: authMethods,
    introspection_endpoint: `${server.endpoints}/v1/introspect`,
    introspection_endpoint_auth_methods_supported: authMethods,
    revocation_endpoint: `${server.endpoints}/v1/revoke`,
    revocation_endpoint_auth_methods_supported: authMethods,
    scopes_supported: listPublished(request),
    // `request_uri_parameter_supported` must be stated, because it is true by default.
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
  };
}

function sendMetadata(
  { c, configuration }: ServerRequest,
  metadata: Readonly<Record<string, unknown>>,
): Response {
  const clientId = c.req.query("client_id");
  if (clientId !== undefined && !findApplication(configuration, clientId))
    throw new ApiError(400, "invalid_client", "Invalid value for 'client_id' parameter.");
  c.header("Cache-Control", "no-cache");
  return c.json(metadata);
}

/** All servers of the org share the keys. @see RFC 7517 §5; Okta: OpenID Connect & OAuth 2.0 API, "/keys" */
export async function handleKeys({ c, org }: ServerRequest): Promise<Response> {
  const keys = await Promise.all((await org.loadSigningKeys()).map(publishKey));
  c.header("Cache-Control", "max-age=3600, must-revalidate");
  return c.json({ keys });
}
