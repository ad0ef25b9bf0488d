import { findUserByLogin } from "../../model/directory.ts";
import type { AuthorizationRequest } from "../../rules/authorize/authorization-request.ts";
import type { SignInProblem } from "../../rules/sign-in/credentials.ts";
import { startTransaction } from "../../rules/sign-in/transactions.ts";
import { describePeople, findSharedPassword } from "../pages/describe-people.ts";
import { sendPage } from "../pages/send-page.ts";
import { renderSignInPage } from "../pages/sign-in-page.ts";
import { ensureBrowserId } from "../sessions/browser.ts";
import type { ServerRequest } from "../state/server-request.ts";

export const signInPath = "/login/demo";

type Showing = {
  readonly encoded: string;
  readonly asked: AuthorizationRequest;
};

type Retry = {
  readonly transactionId: string;
  readonly username: string;
  readonly problem: SignInProblem;
};

export async function showSignInPage(
  { c, org, configuration, serverId }: ServerRequest,
  { encoded, asked }: Showing,
  retry?: Retry,
): Promise<Response> {
  const { application, replyTo, loginHint } = asked;
  const transactionId =
    retry?.transactionId ??
    (await startTransaction(org, {
      serverId,
      parameters: encoded,
      browserId: ensureBrowserId(c, org),
    }));
  const username = retry?.username ?? loginHint ?? "";
  const isUnknown = username !== "" && !findUserByLogin(configuration, username);
  const people = describePeople(configuration, application, username);
  const page = renderSignInPage({
    action: `${org.baseUrl}${signInPath}`,
    transactionId,
    applicationLabel: application.label,
    redirectUri: replyTo.redirectUri,
    username,
    people,
    focus: retry?.problem.field ?? chooseFocus(isUnknown, people.people.length > 0),
    sharedPassword: findSharedPassword(configuration),
    problem: retry?.problem,
    isInWorker: org.sessionCarrier === "store",
  });
  return sendPage(c, page);
}

/** One key press signs in as the hinted or first user. For an unknown hint only the password is missing. */
function chooseFocus(isUnknown: boolean, hasPeople: boolean): "person" | "username" | "password" {
  if (isUnknown) return "password";
  return hasPeople ? "person" : "username";
}
