import { createLocalJWKSet, decodeJwt, errors, jwtVerify } from "jose";
import type { OrgContext } from "../context.ts";
import type { IssuingServer } from "../model/issuing-server.ts";
import { renderBadRequest, renderMessage } from "../pages/error-page.ts";

/**
 * `/v1/logout`: ends the session of the browser, for a client that proves with an ID token whom it means.
 *
 * @see OpenID Connect RP-Initiated Logout 1.0 §2, §3
 */
export async function logOut(
  context: OrgContext,
  server: IssuingServer,
  request: Request,
): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const parameters =
    request.method === "POST" ? new URLSearchParams(await request.text()) : searchParams;
  const hint = parameters.get("id_token_hint");
  const clientId = hint === null ? undefined : await readHint(context, server, hint);
  const refuse = (description: string) =>
    renderBadRequest({ error: "invalid_request", description }, context.baseUrl);
  if (clientId === undefined) return refuse("The 'id_token_hint' parameter is invalid.");

  const target = parameters.get("post_logout_redirect_uri");
  const application = context.org.applications.find((it) => it.clientId === clientId);
  const allowed = [...context.redirectUris, ...(application?.postLogoutRedirectUris ?? [])];
  if (target !== null && !allowed.includes(target)) {
    return refuse(
      "The 'post_logout_redirect_uri' parameter must be a Logout redirect URI in the client app settings.",
    );
  }
  const headers = await context.sessions.end(request);
  if (target === null) return signedOut(headers);
  const destination = new URL(target);
  const state = parameters.get("state");
  if (state !== null) destination.searchParams.set("state", state);
  headers.set("Location", destination.href);
  return new Response(null, { status: 303, headers });
}

/** `/login/signout`: ends the session, for a person. `fromURI` may lead on to a page of the app or of the org. */
export async function signOut(context: OrgContext, request: Request): Promise<Response> {
  const target = new URL(request.url).searchParams.get("fromURI");
  const headers = await context.sessions.end(request);
  if (target === null || !isOwn(context, target)) return signedOut(headers);
  headers.set("Location", target);
  return new Response(null, { status: 303, headers });
}

async function signedOut(headers: Headers): Promise<Response> {
  const response = await renderMessage(
    "Signed out",
    "The demo org has forgotten who you are. The next request will ask you to sign in again.",
  );
  for (const [name, value] of headers) response.headers.append(name, value);
  return response;
}

function isOwn({ baseUrl, redirectUris }: OrgContext, target: string): boolean {
  return redirectUris.includes(target) || target.startsWith(`${baseUrl}/`);
}

/** The client that a hint was issued to. One that has expired will do: it only says who is meant. */
async function readHint(context: OrgContext, server: IssuingServer, hint: string) {
  const keys = await context.signingKeys();
  try {
    const { iat = 0 } = decodeJwt(hint);
    const { payload } = await jwtVerify(
      hint,
      createLocalJWKSet({ keys: keys.map(({ publicJwk }) => publicJwk) }),
      { issuer: server.issuer, algorithms: ["RS256"], currentDate: new Date(iat * 1000) },
    );
    return typeof payload.aud === "string" ? payload.aud : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
