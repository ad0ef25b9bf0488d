import { findActiveUser } from "../../model/directory.ts";
import {
  type AuthorizationRequest,
  parseAuthorizationRequest,
} from "../../rules/authorize/authorization-request.ts";
import { parseParameters } from "../../rules/parameters.ts";
import { type Refusal, refusals } from "../../rules/permission/refusal.ts";
import { hasSecondFactor } from "../../rules/sign-in/factors.ts";
import { findOAuthFault } from "../controls/fault-middleware.ts";
import {
  describeAuthorization,
  describeUnreadAuthorization,
  logRefused,
} from "../log/oauth-events.ts";
import { chooseAppUrl } from "../pages/app-address.ts";
import { sendBadRequest } from "../pages/bad-request-page.ts";
import { loadSession, type Session } from "../sessions/sessions.ts";
import { describeError, type Fault } from "../state/fault.ts";
import type { ServerRequest } from "../state/server-request.ts";
import { answerSignedIn, sendParsedRefusal, sendRefusal } from "./answer.ts";
import { stepUp } from "./second-factor.ts";
import { signInWithToken } from "./session-token.ts";
import { showSignInPage } from "./sign-in-page.ts";

/** More than any client sends, and few enough to store thousands of requests. */
const longestRequest = 32_768;

/** @see OpenID Connect Core 1.0 §3.2.2.1 to §3.2.2.6; Okta: OpenID Connect & OAuth 2.0 API, "/authorize" */
export async function answerAuthorize(request: ServerRequest): Promise<Response> {
  const { c, org, configuration } = request;
  const query = new URL(c.req.url).search.slice(1);
  if (c.req.method === "POST" && query !== "")
    return tellPerson(request, query, "A POST request must not have query parameters.");

  const encoded = c.req.method === "POST" ? await c.req.text() : query;
  if (encoded.length > longestRequest)
    return tellPerson(request, "", `The request is longer than ${longestRequest} characters.`);
  const parameters = parseParameters(encoded);
  const parsed = parseAuthorizationRequest(parameters, request);
  const fault = findOAuthFault(c);
  if (fault && parsed.kind !== "untrusted") {
    const { replyTo } = parsed.kind === "request" ? parsed.request : parsed;
    const logged = describeUnreadAuthorization(parameters, configuration);
    return sendRefusal(request, { replyTo, refusal: describeFault(fault), logged });
  }
  if (parsed.kind !== "request") return sendParsedRefusal(request, parameters, parsed);

  const asked = parsed.request;
  const { replyTo } = asked;
  const signedIn = await signInWithToken(request, parameters.get("sessionToken"));
  const session = signedIn ?? (await loadSession(c, org));
  const user = session && findActiveUser(configuration, session.userId);
  if (!session || !user) {
    if (asked.prompt === "none")
      return sendRefusal(request, {
        replyTo,
        refusal: refusals.notLoggedIn,
        logged: describeAuthorization(asked),
      });
    return showSignInPage(request, encoded, asked);
  }
  if (asked.prompt === "login" && !signedIn) return showSignInPage(request, encoded, asked);
  const isOutdated = !signedIn && isTooOld(session, asked, org.clock());
  const lacksFactor = asked.needsSecondFactor && !hasSecondFactor(session);
  if (asked.prompt === "none" && (isOutdated || lacksFactor))
    return sendRefusal(request, {
      replyTo,
      refusal: refusals.reauthenticationRequired,
      logged: describeAuthorization(asked, { user, session }),
    });
  if (isOutdated) return showSignInPage(request, encoded, asked);
  if (lacksFactor) return stepUp(request, encoded, asked, user);
  return answerSignedIn(request, { asked, user, session });
}

/** Unverified: Okta's description. */
function tellPerson(request: ServerRequest, query: string, description: string): Promise<Response> {
  const refusal = { error: "invalid_request", reason: "invalid_request", description };
  const logged = describeUnreadAuthorization(parseParameters(query), request.configuration);
  logRefused(request, logged, "authorize", refusal);
  const appUrl = chooseAppUrl(request.org.redirectUris, undefined);
  return sendBadRequest(request.c, { refusal, appUrl });
}

/** Okta has no reason for it, so the reason is the OAuth error. */
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
