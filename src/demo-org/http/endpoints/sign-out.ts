import type { Context } from "hono";
import * as v from "valibot";
import type { Application } from "../../model/application.ts";
import { findApplication } from "../../model/directory.ts";
import { isRedirectUri, listSignOutUris } from "../../rules/authorize/redirect-uris.ts";
import { parseParameters } from "../../rules/parameters.ts";
import type { Refusal } from "../../rules/permission/refusal.ts";
import { verifyPayload } from "../../rules/tokens/verify-token.ts";
import { chooseAppUrl } from "../pages/app-address.ts";
import { type Mismatch, sendBadRequest } from "../pages/bad-request-page.ts";
import { sendNotice } from "../pages/page.ts";
import { addToQuery, sendRedirect } from "../pages/send-redirect.ts";
import { endSession } from "../sessions/sessions.ts";
import type { Org } from "../state/org.ts";
import type { ServerRequest } from "../state/server-request.ts";
import { findReturnAddress } from "./return-address.ts";

const hintSchema = v.object({ iss: v.string(), aud: v.string() });

/** @see Okta help: Trusted Origins, "Redirect" */
export async function handleSignOut(c: Context, org: Org): Promise<Response> {
  await endSession(c, org);
  const { trustedOrigins } = await org.loadConfiguration();
  const target = findReturnAddress(c.req.query("fromURI"), org, trustedOrigins);
  return target === undefined ? sendSignedOut(c, org) : sendRedirect(c, target);
}

/** @see OpenID Connect RP-Initiated Logout 1.0 §2; Okta: OpenID Connect & OAuth 2.0 API, "/logout" */
export async function handleLogout(request: ServerRequest): Promise<Response> {
  const { c, org } = request;
  const isPost = c.req.method === "POST";
  const parameters = parseParameters(isPost ? await c.req.text() : new URL(c.req.url).search);
  const application = await findHintedClient(request, parameters.get("id_token_hint"));
  if (!application) return sendRefusal(request, invalidHint);

  const target = parameters.get("post_logout_redirect_uri");
  const registered = listSignOutUris(application, org);
  if (target !== undefined && !(registered.includes(target) && isRedirectUri(target)))
    return sendRefusal(request, describeIllegalTarget(org, application.id), {
      parameter: "sign-out redirect",
      requested: target,
      registered,
    });

  await endSession(c, org);
  if (target === undefined) return sendSignedOut(c, org);
  const state = parameters.get("state");
  const query = new URLSearchParams(state === undefined ? {} : { state });
  return sendRedirect(c, addToQuery(target, query.toString()));
}

/** Unverified: Okta's description. */
const invalidHint: Refusal = {
  error: "invalid_request",
  reason: "id_token_invalid",
  description:
    "The 'id_token_hint' parameter must be an ID token issued by this authorization server.",
};

function describeIllegalTarget({ baseUrl }: Org, applicationId: string): Refusal {
  return {
    error: "invalid_request",
    reason: "illegal_post_logout_redirect_uri_enhanced",
    description: `The 'post_logout_redirect_uri' parameter must be a Logout redirect URI in the client app settings: ${baseUrl}/admin/app/oidc_client/instance/${applicationId}#tab-general`,
  };
}

async function findHintedClient(
  { org, configuration, server }: ServerRequest,
  token: string | undefined,
): Promise<Application | undefined> {
  if (token === undefined) return undefined;
  const payload = await verifyPayload(token, await org.loadSigningKeys());
  const claims = v.safeParse(hintSchema, payload);
  if (!claims.success || claims.output.iss !== server.issuer) return undefined;
  return findApplication(configuration, claims.output.aud);
}

function sendSignedOut(c: Context, { baseUrl }: Org): Promise<Response> {
  return sendNotice(c, {
    heading: "You are signed out",
    sentences: ["You can close this page."],
    link: { href: `${baseUrl}/`, text: "Demo org home page" },
  });
}

function sendRefusal(
  { c, org }: ServerRequest,
  refusal: Refusal,
  mismatch?: Mismatch,
): Promise<Response> {
  const registered = mismatch?.registered.length ? mismatch.registered : org.redirectUris;
  const appUrl = chooseAppUrl(registered, mismatch?.requested);
  return sendBadRequest(c, { refusal, mismatch, appUrl });
}
