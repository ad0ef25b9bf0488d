import type { Context } from "hono";
import { findActiveUser } from "../../model/directory.ts";
import { listMethods } from "../../rules/sign-in/credentials.ts";
import { redeemSessionToken } from "../../rules/sign-in/sign-in-tokens.ts";
import { sendRedirect } from "../pages/send-redirect.ts";
import { type Session, startSession } from "../sessions/sessions.ts";
import type { Org } from "../state/org.ts";
import type { OrgRequest } from "../state/server-request.ts";
import { findAppPage, findReturnAddress, sendUntrustedAddress } from "./return-address.ts";

/**
 * Unverified: that the token replaces the browser's session, and that an invalid token is ignored.
 * @see Okta: OpenID Connect & OAuth 2.0 API, "/authorize" (`sessionToken`); Okta: Work with Okta session cookies
 */
export async function signInWithToken(
  { c, org, configuration }: OrgRequest,
  sessionToken: string | undefined,
): Promise<Session | undefined> {
  if (sessionToken === undefined) return undefined;
  const signIn = await redeemSessionToken(org, sessionToken);
  const user = signIn && findActiveUser(configuration, signIn.userId);
  return user && startSession(c, org, user, listMethods(signIn.hasSecondFactor));
}

/** @see Okta: Work with Okta session cookies, "Retrieve a session cookie by visiting a session redirect link" */
export async function handleSessionRedirect(c: Context, org: Org): Promise<Response> {
  const configuration = await org.loadConfiguration();
  const requested = c.req.query("redirectUrl");
  const target =
    findAppPage(requested, org) ?? findReturnAddress(requested, org, configuration.trustedOrigins);
  if (target === undefined) return sendUntrustedAddress(c, org);
  await signInWithToken({ c, org, configuration }, c.req.query("token"));
  return sendRedirect(c, target);
}
