import type { Application } from "../../model/application.ts";
import type { User } from "../../model/user.ts";
import { createRandomId } from "../../random-id.ts";
import type {
  AuthorizationRequest,
  ParsedRequest,
  ReplyAddress,
} from "../../rules/authorize/authorization-request.ts";
import { issueForRequest } from "../../rules/authorize/issue-for-request.ts";
import { listRedirectUris } from "../../rules/authorize/redirect-uris.ts";
import { saveCode } from "../../rules/grants/authorization-codes.ts";
import type { Parameters } from "../../rules/parameters.ts";
import { type Refusal, refusals } from "../../rules/permission/refusal.ts";
import {
  describeAuthorization,
  describeInvalidAuthorization,
  type LoggedRequest,
  logOAuthEvent,
  logSingleSignOn,
} from "../log/oauth-events.ts";
import { chooseAppUrl } from "../pages/app-address.ts";
import { type Mismatch, sendBadRequest } from "../pages/bad-request-page.ts";
import type { Session } from "../sessions/sessions.ts";
import type { ServerRequest } from "../state/server-request.ts";
import { listRefusal, listSuccess, sendReply } from "./reply.ts";

type SignedIn = {
  readonly authRequest: AuthorizationRequest;
  readonly user: User;
  readonly session: Session;
};

export async function sendAuthorizationResponse(
  request: ServerRequest,
  { authRequest, user, session }: SignedIn,
): Promise<Response> {
  const logged = describeAuthorization(authRequest, { user, session });
  const { responseTypes, replyTo } = authRequest;
  const outcome = await issueForRequest(request, { authRequest, user, session });
  if (outcome.kind === "refused") return sendRefusal(request, replyTo, outcome.refusal, logged);
  const { code } = outcome.tokens;
  if (code !== undefined) await saveGrantedCode(request, code, { authRequest, user, session });
  for (const [type, event] of events)
    if (responseTypes.has(type)) logOAuthEvent(request, logged, event);
  logSingleSignOn(request, logged);
  return sendReply(request.c, replyTo, listSuccess(outcome.tokens, replyTo));
}

const events = [
  ["code", "authorize.code"],
  ["id_token", "authorize.implicit.id_token"],
  ["token", "authorize.implicit.access_token"],
] as const;

async function saveGrantedCode(
  { org, serverId }: ServerRequest,
  code: string,
  { authRequest, user, session }: SignedIn,
): Promise<void> {
  const { application, scopes, nonce, codeChallenge, replyTo, assurance } = authRequest;
  const grant = {
    familyId: createRandomId(),
    clientId: application.credentials.oauthClient.client_id,
    serverId,
    userId: user.id,
    scopes: [...scopes],
    authTime: session.authTime,
    amr: session.amr,
    acr: assurance?.acr,
    nonce,
  };
  await saveCode(org, code, { grant, redirectUri: replyTo.redirectUri, codeChallenge });
}

export function refuseRequest(
  request: ServerRequest,
  authRequest: AuthorizationRequest,
  refusal: Refusal,
  signedIn?: Omit<SignedIn, "authRequest">,
): Promise<Response> {
  const logged = describeAuthorization(authRequest, signedIn);
  return sendRefusal(request, authRequest.replyTo, refusal, logged);
}

export async function sendRefusal(
  request: ServerRequest,
  replyTo: ReplyAddress,
  refusal: Refusal,
  logged: LoggedRequest,
): Promise<Response> {
  logOAuthEvent(request, logged, "authorize", refusal.reason);
  return sendReply(request.c, replyTo, listRefusal(refusal, replyTo));
}

/** Sends an error to the client, or shows it to the user if the redirect URI can't be trusted. */
export function sendParsedRefusal(
  request: ServerRequest,
  parameters: Parameters,
  parsed: Exclude<ParsedRequest, { kind: "request" }>,
): Promise<Response> {
  const { c, org, configuration } = request;
  const logged = describeInvalidAuthorization(parameters, configuration);
  const { refusal } = parsed;
  if (parsed.kind === "refused") return sendRefusal(request, parsed.replyTo, refusal, logged);
  logOAuthEvent(request, logged, "authorize", refusal.reason);
  const mismatch = findMismatch(request, parameters, parsed);
  const registered = parsed.application ? listRedirectUris(parsed.application, org) : [];
  const appUrl = chooseAppUrl([...registered, ...org.redirectUris], parameters.get("redirect_uri"));
  return sendBadRequest(c, { refusal, mismatch, appUrl });
}

function findMismatch(
  { org, configuration }: ServerRequest,
  parameters: Parameters,
  { refusal, redirectUri, application }: Extract<ParsedRequest, { kind: "untrusted" }>,
): Mismatch | undefined {
  if (application) {
    const registered = listRedirectUris(application, org);
    return { parameter: "redirect", requested: redirectUri, registered };
  }
  if (refusal.error !== refusals.invalidClient.error) return undefined;
  const findClientId = ({ credentials }: Application) => credentials.oauthClient.client_id;
  const active = configuration.applications.filter(({ status }) => status === "ACTIVE");
  const requested = parameters.get("client_id");
  // The app is not active: `parseAuthorizationRequest` finds active apps.
  const inactive = configuration.applications.find((app) => findClientId(app) === requested);
  const registered = active.map(findClientId);
  return { parameter: "client", requested, registered, inactive: inactive?.label };
}
