import { answer, refuse } from "../authorize/answer.ts";
import { parseRequest } from "../authorize/parameters.ts";
import { type ValidRequest, validate } from "../authorize/validate.ts";
import type { OrgContext } from "../context.ts";
import type { IssuingServer } from "../model/issuing-server.ts";
import { renderBadRequest } from "../pages/error-page.ts";
import type { Session } from "../sign-in/sessions.ts";
import { showSignIn } from "./sign-in.ts";

/**
 * `/v1/authorize`, by GET with a query or by POST with a form: answers at once where a session allows it, else
 * shows the sign-in page at this same address, as Okta's Identity Engine does.
 */
export async function authorize(
  context: OrgContext,
  server: IssuingServer,
  request: Request,
): Promise<Response> {
  const text = request.method === "POST" ? await request.text() : new URL(request.url).search;
  const { redirectUris } = context;
  const { applications } = context.org;
  const validation = validate(parseRequest(text), { server, applications, redirectUris });
  if (validation.kind === "page") {
    return renderBadRequest(validation.refusal, redirectUris[0] ?? context.baseUrl);
  }
  if (validation.kind === "redirect") return refuse(validation, validation.refusal);

  const valid = validation.request;
  const session = await context.sessions.find(request);
  const isFresh = session !== undefined && isRecentEnough(session, valid, context.nowSeconds());
  if (session && isFresh && valid.prompt !== "login") {
    return answer(context, server, valid, session);
  }
  if (valid.prompt === "none") {
    const description = session
      ? "The client specified not to prompt, but the client app requires re-authentication or MFA."
      : "The client specified not to prompt, but the user is not logged in.";
    return refuse(valid, { error: "login_required", description });
  }
  return showSignIn(context, server, valid);
}

function isRecentEnough(session: Session, { maxAgeSeconds }: ValidRequest, now: number): boolean {
  return maxAgeSeconds === undefined || now - session.authTime <= maxAgeSeconds;
}
