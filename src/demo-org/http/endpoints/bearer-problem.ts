import type { ServerRequest } from "../state/server-request.ts";

/**
 * For a missing scope, Okta's reference has another description than its catalogue and support.
 * @see RFC 6750 §3.1; Okta error catalogue: access_token_missing and its neighbours; Okta support: Insufficient Scope
 * Error
 */
export const bearerProblems = {
  missing: { status: 401, error: "invalid_request", description: "The access token is missing." },
  inQuery: {
    status: 400,
    error: "invalid_request",
    description: "The access token cannot be presented in a query string.",
  },
  twice: {
    status: 400,
    error: "invalid_request",
    description:
      "The access token cannot be specified in both the Authorization header and the request-body.",
  },
  invalid: { status: 401, error: "invalid_token", description: "The access token is invalid" },
  anotherIssuer: {
    status: 401,
    error: "invalid_token",
    description: "The access token provided has an invalid issuer.",
  },
  expired: { status: 401, error: "invalid_token", description: "The token has expired." },
  revoked: {
    status: 401,
    error: "invalid_token",
    description: "The access token has been revoked.",
  },
  insufficient: {
    status: 403,
    error: "insufficient_scope",
    description: "The access token provided does not contain the required scopes.",
  },
} as const;

export type BearerProblem = (typeof bearerProblems)[keyof typeof bearerProblems];

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
