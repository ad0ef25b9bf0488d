import type { ServerRequest } from "../state/server-request.ts";

/**
 * For a missing scope, Okta's reference has another description than its catalogue and support.
 * @see RFC 6750 §3.1; Okta error catalogue: access_token_missing and its neighbours; Okta support: Insufficient Scope
 * Error
 */
export const bearerProblems = {
  missing: problem(401, "invalid_request", "The access token is missing."),
  inQuery: problem(
    400,
    "invalid_request",
    "The access token cannot be presented in a query string.",
  ),
  twice: problem(
    400,
    "invalid_request",
    "The access token cannot be specified in both the Authorization header and the request-body.",
  ),
  invalid: problem(401, "invalid_token", "The access token is invalid"),
  anotherIssuer: problem(401, "invalid_token", "The access token provided has an invalid issuer."),
  expired: problem(401, "invalid_token", "The token has expired."),
  revoked: problem(401, "invalid_token", "The access token has been revoked."),
  insufficient: problem(
    403,
    "insufficient_scope",
    "The access token provided does not contain the required scopes.",
  ),
};

export type BearerProblem = ReturnType<typeof problem>;

function problem(status: 400 | 401 | 403, error: string, description: string) {
  return { status, error, description };
}

/** Unverified for custom servers: `realm` and `resource`. @see RFC 6750 §3; panva/openid-client#102 on GitHub */
export function sendBearerProblem(
  { c, org, server }: ServerRequest,
  { status, error, description }: BearerProblem,
): Response {
  const challenge = Object.entries({
    authorization_uri: `${server.endpoints}/v1/authorize`,
    realm: server.issuer,
    scope: "openid",
    error,
    error_description: description,
    resource: c.req.path.slice(org.basePath.length),
  }).map(([name, value]) => `${name}="${value}"`);
  c.header("WWW-Authenticate", `Bearer ${challenge.join(", ")}`);
  c.header("Cache-Control", "no-store");
  if (status === 403) c.header("Expires", "0");
  return c.body(null, status);
}
