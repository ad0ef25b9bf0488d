import type { Context } from "hono";
import type {
  AuthorizationRequest,
  ParsedRequest,
  ReplyAddress,
} from "../authorize/authorization-request.ts";
import { issueTokens } from "../authorize/issue-tokens.ts";
import type { Refusal } from "../authorize/refusal.ts";
import { sendReply } from "../authorize/reply.ts";
import { listRefusal, listSuccess } from "../authorize/reply-parameters.ts";
import type { User } from "../model/user.ts";
import { renderBadRequestPage } from "../pages/bad-request-page.ts";
import { sendPage } from "../pages/send-page.ts";
import type { Session } from "../sign-in/sessions.ts";
import type { ServerRequest } from "./server-route.ts";

type SignedIn = {
  readonly asked: AuthorizationRequest;
  readonly user: User;
  readonly session: Session;
};

/** Answers the client with tokens for the signed-in person, or with the reason why there are none. */
export async function answerSignedIn(
  { c, org, configuration, server }: ServerRequest,
  { asked, user, session }: SignedIn,
): Promise<Response> {
  const outcome = await issueTokens(org, { request: asked, server, configuration, user, session });
  if (outcome.kind === "refused") return sendRefusal(c, asked.replyTo, outcome.refusal);
  return sendReply(c, asked.replyTo, listSuccess(outcome.tokens, asked.replyTo));
}

export async function sendRefusal(
  c: Context,
  replyTo: ReplyAddress,
  refusal: Refusal,
): Promise<Response> {
  return sendReply(c, replyTo, listRefusal(refusal, replyTo));
}

/** Tells the client what is wrong with its request, or the person where the client cannot be trusted with that. */
export function sendParsedRefusal(
  { c, org }: ServerRequest,
  parsed: Exclude<ParsedRequest, { kind: "request" }>,
): Promise<Response> {
  if (parsed.kind === "refused") return sendRefusal(c, parsed.replyTo, parsed.refusal);
  const { refusal, redirectUri } = parsed;
  return sendPage(
    c,
    renderBadRequestPage({ refusal, redirectUri, registeredUris: org.redirectUris }),
  );
}
