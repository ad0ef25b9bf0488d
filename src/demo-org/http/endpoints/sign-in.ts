import type { Context } from "hono";
import { findActiveUser, findUserByLogin } from "../../model/directory.ts";
import type { User } from "../../model/user.ts";
import {
  type AuthorizationRequest,
  parseAuthorizationRequest,
} from "../../rules/authorize/authorization-request.ts";
import { type Parameters, parseParameters } from "../../rules/parameters.ts";
import { refusals } from "../../rules/permission/refusal.ts";
import {
  checkCredentials,
  findAnswerProblem,
  listMethods,
} from "../../rules/sign-in/credentials.ts";
import {
  loadTransaction,
  saveTransaction,
  type Transaction,
} from "../../rules/sign-in/transactions.ts";
import { logFailedSignIn, logSecondFactor } from "../log/session-events.ts";
import { linkToOnlyApp } from "../pages/app-address.ts";
import { sendNotice } from "../pages/page.ts";
import { sendRedirect } from "../pages/send-redirect.ts";
import { findBrowserId, loadSession, startSession } from "../sessions/sessions.ts";
import type { Org } from "../state/org.ts";
import { findServer, type ServerRequest } from "../state/server-request.ts";
import {
  refuseRequest,
  sendAuthorizationResponse,
  sendParsedRefusal,
} from "./authorization-response.ts";
import { showSecondFactorPage } from "./second-factor-page.ts";
import { showSignInPage } from "./sign-in-page.ts";

export async function handleSignIn(c: Context, org: Org): Promise<Response> {
  const form = parseParameters(await c.req.text());
  const transactionId = form.get("transaction") ?? "";
  const transaction = await loadTransaction(org, transactionId, findBrowserId(c, org));
  const configuration = await org.loadConfiguration();
  const server = transaction && findServer(org, configuration, transaction.serverId);
  if (!transaction || !server) return sendUnknownTransaction(c, org);
  if (transaction.isUsed) return handleResubmission(c, org, transaction);

  const { serverId } = transaction;
  const request = { c, org, configuration, server, serverId };
  const parameters = parseParameters(transaction.parameters);
  const parsed = parseAuthorizationRequest(parameters, request);
  if (parsed.kind !== "request") return sendParsedRefusal(request, parameters, parsed);
  const authRequest = parsed.request;
  if (transaction.expiresAt <= org.clock())
    return refuseRequest(request, authRequest, refusals.request_expired);

  const step = { request, form, transactionId, transaction, authRequest };
  return form.get("step") === "second-factor" ? handleSecondStep(step) : handleFirstStep(step);
}

type Step = {
  readonly request: ServerRequest;
  readonly form: Parameters;
  readonly transactionId: string;
  readonly transaction: Transaction;
  readonly authRequest: AuthorizationRequest;
};

async function handleFirstStep(step: Step): Promise<Response> {
  const { request, form, transactionId, transaction, authRequest } = step;
  const { c, org, configuration } = request;
  const attempt = checkCredentials(form, configuration);
  if (attempt.kind === "failed") {
    const username = form.get("username") ?? "";
    const tried = form.get("person") ?? username;
    logFailedSignIn(c, org, tried, findUserByLogin(configuration, tried));
    const retry = { transactionId, username, problem: attempt.problem };
    return showSignInPage(request, transaction.parameters, authRequest, retry);
  }
  const { user, isComplete } = attempt;
  if (!authRequest.needsSecondFactor || isComplete)
    return complete(step, user, authRequest.needsSecondFactor);
  await saveTransaction(org, transactionId, { ...transaction, verifiedUserId: user.id });
  return showSecondFactorPage(request, { transactionId, authRequest, user });
}

async function handleSecondStep(step: Step): Promise<Response> {
  const { request, form, transactionId, transaction, authRequest } = step;
  const { c, org, configuration } = request;
  const user = findActiveUser(configuration, transaction.verifiedUserId ?? "");
  if (!user) return sendUnknownTransaction(c, org);
  const problem = findAnswerProblem(form);
  logSecondFactor(c, org, user, problem === undefined);
  if (problem) return showSecondFactorPage(request, { transactionId, authRequest, user, problem });
  return complete(step, user, true);
}

async function complete(
  { request, transactionId, transaction, authRequest }: Step,
  user: User,
  hasSecondFactor: boolean,
): Promise<Response> {
  const { c, org } = request;
  await saveTransaction(org, transactionId, { ...transaction, isUsed: true });
  const session = await startSession(c, org, user, listMethods(hasSecondFactor));
  return sendAuthorizationResponse(request, { authRequest, user, session });
}

/** A form that was submitted twice, by a double click or the back button, can only use the session. */
async function handleResubmission(
  c: Context,
  org: Org,
  { serverId, parameters }: Transaction,
): Promise<Response> {
  if (!(await loadSession(c, org))) return sendUnknownTransaction(c, org);
  const server = serverId === null ? "" : `/${encodeURIComponent(serverId)}`;
  // Parameters of a POST may contain characters that a URL can't.
  const query = new URLSearchParams(parameters);
  return sendRedirect(c, `${org.baseUrl}/oauth2${server}/v1/authorize?${query}`);
}

export function sendUnknownTransaction(c: Context, org: Org): Promise<Response> {
  return sendNotice(c, {
    heading: "This sign-in page is no longer valid",
    sentences: [
      "It was already used, it expired, it was opened in another browser, or the browser deleted this site’s data. You were not signed in.",
      "Go back to the app and send the request again.",
    ],
    status: 400,
    link: linkToOnlyApp(org.redirectUris),
  });
}
