import type { Context } from "hono";

export type ManagementError = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413;
  readonly errorCode: string;
  readonly errorSummary: string;
  readonly errorCauses?: readonly { readonly errorSummary: string }[];
};

export function sendManagementError(
  c: Context,
  { status, errorCode, errorSummary, errorCauses = [] }: ManagementError,
): Response {
  const errorId = `oae${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`;
  c.header("Cache-Control", "no-store");
  return c.json({ errorCode, errorSummary, errorLink: errorCode, errorId, errorCauses }, status);
}

export function sendUnknownServer(c: Context, serverId: string): Response {
  return sendManagementError(c, {
    status: 404,
    errorCode: "E0000007",
    errorSummary: `Not found: Resource not found: ${serverId} (AuthorizationServer)`,
  });
}

/** For a metadata request with an unknown client. @see Okta: "Retrieve the OpenID Connect metadata" */
export function sendUnknownClient(c: Context): Response {
  return sendManagementError(c, {
    status: 400,
    errorCode: "invalid_client",
    errorSummary: "Invalid value for 'client_id' parameter.",
  });
}

/** @see Okta: Okta API error codes, E0000021; recorded at a token endpoint that got JSON (both spaces) */
export function sendUnsupportedMediaType(c: Context): Response {
  return sendManagementError(c, {
    status: 400,
    errorCode: "E0000021",
    errorSummary:
      "Bad request.  Accept and/or Content-Type headers likely do not match supported values.",
  });
}

/** @see Okta: Okta API error codes, E0000022; RFC 9110 §15.5.6 */
export function sendUnsupportedMethod(c: Context, allowed: readonly string[]): Response {
  c.header("Allow", allowed.join(", "));
  return sendManagementError(c, {
    status: 405,
    errorCode: "E0000022",
    errorSummary: "The endpoint does not support the provided HTTP method",
    errorCauses: [{ errorSummary: `Allowed methods: ${allowed.join(", ")}` }],
  });
}
