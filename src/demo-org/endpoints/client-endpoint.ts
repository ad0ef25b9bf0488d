import type { Context } from "hono";
import { type Parameters, readParameters } from "../authorize/parameters.ts";
import { listRedirectUris } from "../authorize/redirect-uris.ts";
import { authenticateClient } from "../grants/client-authentication.ts";
import { type TokenRefusal, tokenRefusals } from "../grants/token-refusal.ts";
import type { Application } from "../model/application.ts";
import type { Org } from "../org.ts";
import type { ServerRequest } from "./server-route.ts";

/** A request of a client's own, without a person: who calls, and with which form. */
export type ClientCall = { readonly application: Application; readonly form: Parameters };

/**
 * Makes an endpoint that clients call for themselves, with a form and their credentials.
 *
 * @param answer Gets only calls of clients that are who they say.
 */
export function forClients(
  answer: (request: ServerRequest, call: ClientCall) => Promise<Response> | Response,
): (request: ServerRequest) => Promise<Response> {
  return async (request) => {
    const { c, org, configuration } = request;
    const query = readParameters(new URL(c.req.url).search);
    if (query.get("client_secret") !== undefined)
      return sendTokenRefusal(c, tokenRefusals.credentialsInQuery);
    const form = readParameters(await c.req.text());
    if (form.repeated.length > 0) return sendTokenRefusal(c, tokenRefusals.repeatedParameters);

    const authorization = c.req.header("Authorization");
    const client = authenticateClient(authorization, form, configuration);
    if (client.kind === "refused") return sendTokenRefusal(c, client.refusal);
    if (!isFromOwnPage(c, org, client.application))
      return sendTokenRefusal(c, tokenRefusals.illegalOrigin);
    c.header("Cache-Control", "no-store");
    return answer(request, { application: client.application, form });
  };
}

/** @see RFC 6749 §5.2 (the header, where the client has tried with one) */
export function sendTokenRefusal(
  c: Context,
  { status, error, description }: TokenRefusal,
): Response {
  c.header("Cache-Control", "no-store");
  if (status === 401 && c.req.header("Authorization") !== undefined)
    c.header("WWW-Authenticate", 'Basic realm="Okta"');
  return c.json({ error, error_description: description }, status);
}

/** Pages of any other origin have no business with a client's tokens. Programs send no Origin. */
function isFromOwnPage(c: Context, org: Org, application: Application): boolean {
  const origin = c.req.header("Origin");
  if (origin === undefined) return true;
  return listRedirectUris(application, org).some((uri) => new URL(uri).origin === origin);
}
