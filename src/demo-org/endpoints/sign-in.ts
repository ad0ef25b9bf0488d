import { answer } from "../authorize/answer.ts";
import { parseRequest } from "../authorize/parameters.ts";
import { type ValidRequest, validate } from "../authorize/validate.ts";
import type { OrgContext } from "../context.ts";
import type { User } from "../model/directory.ts";
import type { IssuingServer } from "../model/issuing-server.ts";
import { renderMessage } from "../pages/error-page.ts";
import { renderSignInPage } from "../pages/sign-in-page.ts";

type Attempt = { transactionId: string; username: string; problem: string };

/** Shows the sign-in page for a request, which is kept in the org until somebody has signed in. */
export async function showSignIn(
  context: OrgContext,
  server: IssuingServer,
  request: ValidRequest,
  attempt?: Attempt,
): Promise<Response> {
  const transactionId =
    attempt?.transactionId ??
    (await context.transactions.begin({
      issuer: server.issuer,
      request: request.text,
      startedAt: context.nowSeconds(),
    }));
  return renderSignInPage({
    org: context.org,
    clientLabel: request.application.label,
    action: `${context.baseUrl}/signin`,
    transactionId,
    username: attempt?.username ?? request.loginHint ?? "",
    problem: attempt?.problem,
    clientOrigin: new URL(request.redirectUri).origin,
    headers: context.browserBinding.headersFor(transactionId),
  });
}

/** What the sign-in page's forms are sent to. */
export async function signIn(context: OrgContext, request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  const transactionId = form.get("transaction") ?? "";
  const transaction = await context.transactions.find(transactionId);
  const server = transaction && context.findServerByIssuer(transaction.issuer);
  if (!server || !context.browserBinding.isBound(request, transactionId)) {
    return renderMessage(
      "This sign-in has ended",
      "It was completed, took more than an hour, or was begun in another browser. Go back to the app and send the request again.",
      400,
    );
  }
  const { redirectUris } = context;
  const { applications } = context.org;
  const validation = validate(parseRequest(transaction.request), {
    server,
    applications,
    redirectUris,
  });
  if (validation.kind !== "valid") {
    return renderMessage(
      "This request is no longer allowed",
      "The org was set up differently since. Go back to the app and send the request again.",
      400,
    );
  }

  const username = form.get("person") ?? form.get("username") ?? "";
  const user = findUser(context.org.users, username, form);
  if (!user) {
    const problem = "The username or the password is wrong. Everybody's password is demo-password.";
    return showSignIn(context, server, validation.request, { transactionId, username, problem });
  }
  await context.transactions.end(transactionId);
  const session = { userId: user.id, authTime: context.nowSeconds() };
  const headers = await context.sessions.begin(session);
  const response = await answer(context, server, validation.request, session);
  for (const [name, value] of headers) response.headers.append(name, value);
  return response;
}

/** A demo person's button signs in without a password; anybody else has to know it. */
function findUser(users: readonly User[], username: string, form: URLSearchParams) {
  const login = username.trim().toLowerCase();
  const user = users.find(({ profile }) => profile.login.toLowerCase() === login);
  return form.has("person") || user?.password === form.get("password") ? user : undefined;
}
