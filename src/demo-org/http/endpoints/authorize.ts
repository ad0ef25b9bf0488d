import { findActiveUser } from "../../model/directory.ts";
import {
  type AuthorizationRequest,
  parseAuthorizationRequest,
} from "../../rules/authorize/authorization-request.ts";
import { parseParameters } from "../../rules/parameters.ts";
import { type Refusal, refusals } from "../../rules/permission/refusal.ts";
import { hasSecondFactor } from "../../rules/sign-in/credentials.ts";
import { findOAuthFault } from "../controls/fault-middleware.ts";
import { describeInvalidAuthorization, logOAuthEvent } from "../log/oauth-events.ts";
import { chooseAppUrl } from "../pages/app-address.ts";
import { sendBadRequest } from "../pages/bad-request-page.ts";
import { loadSession, type Session } from "../sessions/sessions.ts";
import { describeError, type Fault } from "../state/fault.ts";
import type { ServerRequest } from "../state/server-request.ts";
import {
  refuseRequest,
  sendAuthorizationResponse,
  sendParsedRefusal,
  sendRefusal,
} from "./authorization-response.ts";
import { stepUp } from "./second-factor-page.ts";
import { signInWithToken } from "./session-token.ts";
import { showSignInPage } from "./sign-in-page.ts";

/** Characters. More than any client sends, and few enough to store thousands of requests. */
const longestRequest = 32_768;

/** @see OpenID Connect Core 1.0 §3.2.2.1 to §3.2.2.6; Okta: OpenID Connect & OAuth 2.0 API, "/authorize" */
export async function handleAuthorize(request: ServerRequest): Promise<Response> {
  const { c, org, configuration } = request;
  const query = new URL(c.req.url).search.slice(1);
  if (c.req.method === "POST" && query !== "")
    return showError(request, query, "A POST request must not have query parameters.");

  const encoded = c.req.method === "POST" ? await c.req.text() : query;
  if (encoded.length > longestRequest)
    return showError(request, "", `The request is longer than ${longestRequest} characters.`);
  const parameters = parseParameters(encoded);
  const parsed = parseAuthorizationRequest(parameters, request);
  const fault = findOAuthFault(c);
  if (fault && parsed.kind !== "untrusted") {
    const { replyTo } = parsed.kind === "request" ? parsed.request : parsed;
    const logged = describeInvalidAuthorization(parameters, configuration);
    return sendRefusal(request, replyTo, describeFault(fault), logged);
  }
  if (parsed.kind !== "request") return sendParsedRefusal(request, parameters, parsed);

  const authRequest = parsed.request;
  const signedIn = await signInWithToken(request, parameters.get("sessionToken"));
  const session = signedIn ?? (await loadSession(c, org));
  const user = session && findActiveUser(configuration, session.userId);
  if (!session || !user) {
    if (authRequest.prompt === "none")
      return refuseRequest(request, authRequest, refusals.login_required);
    return showSignInPage(request, encoded, authRequest);
  }
  if (authRequest.prompt === "login" && !signedIn)
    return showSignInPage(request, encoded, authRequest);
  const isOutdated = !signedIn && isTooOld(session, authRequest, org.clock());
  const lacksFactor = authRequest.needsSecondFactor && !hasSecondFactor(session);
  if (authRequest.prompt === "none" && (isOutdated || lacksFactor))
    return refuseRequest(request, authRequest, refusals.app_sign_on_required, { user, session });
  if (isOutdated) return showSignInPage(request, encoded, authRequest);
  if (lacksFactor) return stepUp(request, encoded, authRequest, user);
  return sendAuthorizationResponse(request, { authRequest, user, session });
}

/** Unverified: Okta's description. */
function showError(request: ServerRequest, query: string, description: string): Promise<Response> {
  const refusal = { error: "invalid_request", reason: "invalid_request", description };
  const logged = describeInvalidAuthorization(parseParameters(query), request.configuration);
  logOAuthEvent(request, logged, "authorize", refusal.reason);
  const appUrl = chooseAppUrl(request.org.redirectUris, undefined);
  return sendBadRequest(request.c, { refusal, appUrl });
}

/** Okta has no log reason for a fault, so the reason is the OAuth error. */
function describeFault(fault: Fault): Refusal {
  const { error = "server_error" } = fault;
  return { error, description: describeError(fault), reason: error };
}

/** @see OpenID Connect Core 1.0 §3.1.2.1 (`max_age`; 0 requires a new sign-in, as `prompt=login` does) */
function isTooOld(
  { authTime }: Session,
  { maxAgeSeconds }: AuthorizationRequest,
  now: number,
): boolean {
  if (maxAgeSeconds === undefined) return false;
  return maxAgeSeconds === 0 || Math.floor(now / 1000) - authTime > maxAgeSeconds;
}
