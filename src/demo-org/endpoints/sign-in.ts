import type { Context } from "hono";
import { parseAuthorizationRequest } from "../authorize/authorization-request.ts";
import { type Parameters, readParameters } from "../authorize/parameters.ts";
import { refusals } from "../authorize/refusal.ts";
import type { Configuration } from "../model/configuration.ts";
import { findUserByLogin } from "../model/directory.ts";
import type { User } from "../model/user.ts";
import type { Org } from "../org.ts";
import { linkToOnlyApp } from "../pages/app-address.ts";
import { renderNoticePage } from "../pages/notice-page.ts";
import { sendPage } from "../pages/send-page.ts";
import { sendRedirect } from "../pages/send-redirect.ts";
import type { SignInProblem } from "../pages/sign-in-page.ts";
import { findServer } from "../server-request.ts";
import { readBrowserId } from "../sign-in/browser.ts";
import { readSession, startSession } from "../sign-in/sessions.ts";
import { markUsed, readTransaction, type Transaction } from "../sign-in/transactions.ts";
import { describeAuthorization } from "../system-log/asked-of-server.ts";
import { logFailedSignIn } from "../system-log/session-events.ts";
import { answerSignedIn, sendParsedRefusal, sendRefusal } from "./answer.ts";
import { showSignInPage } from "./show-sign-in-page.ts";

/**
 * Answers the sign-in page's forms: signs the person in and answers the request that the page was shown for, which is
 * read anew, or shows the page again.
 */
export async function answerSignIn(c: Context, org: Org): Promise<Response> {
  const form = readParameters(await c.req.text());
  const transactionId = form.get("transaction") ?? "";
  const transaction = await readTransaction(org, transactionId, readBrowserId(c, org));
  const configuration = await org.readConfiguration();
  const server = transaction && findServer(org, configuration, transaction.serverId);
  if (!transaction || !server) return sendUnknownTransaction(c, org);
  if (transaction.isUsed) return answerUsed(c, org, transaction);

  const { serverId, parameters: encoded } = transaction;
  const request = { c, org, configuration, server, serverId };
  const parameters = readParameters(encoded);
  const parsed = parseAuthorizationRequest(parameters, request);
  if (parsed.kind !== "request") return sendParsedRefusal(request, parameters, parsed);
  const asked = parsed.request;
  if (transaction.expiresAt <= org.clock())
    return sendRefusal(request, {
      replyTo: asked.replyTo,
      refusal: refusals.requestExpired,
      logged: describeAuthorization(asked),
    });

  const attempt = checkCredentials(form, configuration);
  if (attempt.kind === "failed") {
    const username = form.get("username") ?? "";
    const tried = form.get("person") ?? username;
    logFailedSignIn(c, org, tried, findUserByLogin(configuration, tried));
    const retry = { transactionId, username, problem: attempt.problem };
    return showSignInPage(request, { encoded, asked }, retry);
  }
  await markUsed(org, transactionId, transaction);
  const session = await startSession(c, org, attempt.user);
  return answerSignedIn(request, { asked, user: attempt.user, session });
}

type Attempt =
  | { readonly kind: "succeeded"; readonly user: User }
  | { readonly kind: "failed"; readonly problem: SignInProblem };

/** A demo person's button needs no password: whoever has the page may be anybody. */
function checkCredentials(form: Parameters, configuration: Configuration): Attempt {
  const person = form.get("person");
  if (person !== undefined) {
    const user = findUserByLogin(configuration, person);
    return user
      ? { kind: "succeeded", user }
      : fail("username", `${person} can’t sign in any more. Choose another user.`);
  }
  const username = form.get("username");
  if (username === undefined || username.trim() === "")
    return fail("username", "Enter a username, or choose a demo user.");
  const password = form.get("password");
  if (password === undefined) return fail("password", "Enter the password.");
  const user = findUserByLogin(configuration, username);
  // The same message for both, because it must not reveal which usernames exist.
  if (!user || user.credentials.password?.value !== password)
    return fail("password", "Username and password do not match. Try again.");
  return { kind: "succeeded", user };
}

function fail(field: SignInProblem["field"], message: string): Attempt {
  return { kind: "failed", problem: { field, message } };
}

/**
 * A page that was sent a second time, by a double click or the back button. It signs nobody in, but whoever is signed
 * in can make the request again.
 */
async function answerUsed(
  c: Context,
  org: Org,
  { serverId, parameters }: Transaction,
): Promise<Response> {
  if (!(await readSession(c, org))) return sendUnknownTransaction(c, org);
  const server = serverId === null ? "" : `/${encodeURIComponent(serverId)}`;
  // Out of a POST they are as they were sent, with whatever cannot stand in an address.
  const query = new URLSearchParams(parameters);
  return sendRedirect(c, `${org.baseUrl}/oauth2${server}/v1/authorize?${query}`);
}

/**
 * Tells the user that a sign-in page is of no use any more. Opened as a link, the address of its forms says so too.
 */
export function sendUnknownTransaction(c: Context, org: Org): Promise<Response> {
  const page = renderNoticePage({
    heading: "This sign-in page is no longer valid",
    sentences: [
      "It was already used, it expired, it was opened in another browser, or the browser deleted this site’s data. You were not signed in.",
      "Go back to the app and send the request again.",
    ],
    status: 400,
    link: linkToOnlyApp(org.redirectUris),
  });
  return sendPage(c, page);
}
