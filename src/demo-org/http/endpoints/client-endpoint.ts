import type { Context } from "hono";
import type { Application } from "../../model/application.ts";
import { isTrustedOrigin } from "../../model/trusted-origin.ts";
import { listRedirectUris } from "../../rules/authorize/redirect-uris.ts";
import { authenticateClient } from "../../rules/grants/client-authentication.ts";
import { type TokenRefusal, tokenRefusals } from "../../rules/grants/token-refusal.ts";
import { type Parameters, parseParameters } from "../../rules/parameters.ts";
import { describeClientCall, logOAuthEvent } from "../log/oauth-events.ts";
import { unsupportedMediaType } from "../management/api-error.ts";
import type { ServerRequest } from "../state/server-request.ts";

type ClientCall = {
  readonly application: Application;
  readonly form: Parameters;
  readonly refuse: (refusal: TokenRefusal) => Response;
};

/**
 * Wraps the handler of an endpoint for clients: parses the form and authenticates the client.
 *
 * @param event Logged for refused requests; undefined logs nothing.
 */
export function forClients(
  event: "token.grant" | "token.revoke" | undefined,
  handler: (request: ServerRequest, call: ClientCall) => Promise<Response> | Response,
): (request: ServerRequest) => Promise<Response> {
  return async (request) => {
    const { c, configuration } = request;
    if (!isForm(c.req.header("Content-Type"))) throw unsupportedMediaType();
    const form = parseParameters(await c.req.text());
    const refuseTo = (application: Application | undefined) => (refusal: TokenRefusal) => {
      const logged = describeClientCall(form, application);
      if (event) logOAuthEvent(request, logged, event, refusal.reason);
      return sendTokenRefusal(c, refusal);
    };
    const refuse = refuseTo(undefined);

    const query = parseParameters(new URL(c.req.url).search);
    if (query.get("client_secret") !== undefined)
      return refuse(tokenRefusals.client_credentials_in_query);
    if (form.repeated.length > 0) return refuse(tokenRefusals.duplicate_oauth_params);

    const authorization = c.req.header("Authorization");
    const client = authenticateClient(authorization, form, configuration);
    if (client.kind === "refused") return refuse(client.refusal);
    const { application } = client;
    if (!isFromKnownPage(request, application))
      return refuseTo(application)(tokenRefusals.illegal_origin_browser_request);
    c.header("Cache-Control", "no-store");
    return handler(request, { application, form, refuse: refuseTo(application) });
  };
}

/** Unverified: a request without a Content-Type is accepted. @see RFC 6749 §4.1.3, Appendix B */
function isForm(contentType: string | undefined): boolean {
  const type = contentType?.split(";")[0]?.trim().toLowerCase();
  return type === undefined || type === "application/x-www-form-urlencoded";
}

/** @see RFC 6749 §5.2 (the header, if the client used HTTP authentication) */
function sendTokenRefusal(c: Context, { status, error, description }: TokenRefusal): Response {
  c.header("Cache-Control", "no-store");
  if (status === 401 && c.req.header("Authorization") !== undefined)
    c.header("WWW-Authenticate", 'Basic realm="Okta"');
  return c.json({ error, error_description: description }, status);
}

/** Programs send no Origin, so they are always allowed. @see Okta error catalogue: illegal_origin_browser_request */
function isFromKnownPage(
  { c, org, configuration }: ServerRequest,
  application: Application,
): boolean {
  const origin = c.req.header("Origin");
  if (origin === undefined) return true;
  // A redirect URI with a custom scheme also has the origin `null`, so it would match pages without an origin.
  if (origin === "null") return false;
  return (
    listRedirectUris(application, org).some((uri) => new URL(uri).origin === origin) ||
    isTrustedOrigin(configuration.trustedOrigins, origin, "CORS")
  );
}
