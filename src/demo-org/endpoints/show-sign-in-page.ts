import type { AuthorizationRequest } from "../authorize/authorization-request.ts";
import { sendPage } from "../pages/send-page.ts";
import { renderSignInPage, type SignInProblem } from "../pages/sign-in-page.ts";
import type { ServerRequest } from "../server-request.ts";
import { ensureBrowserId } from "../sign-in/browser.ts";
import { describePeople, findSharedPassword } from "../sign-in/describe-people.ts";
import { startTransaction } from "../sign-in/transactions.ts";

/** Where the sign-in page's forms lead. */
export const signInPath = "/login/demo";

/** What a sign-in page is shown for. */
type Showing = {
  /** The authorization request, form-urlencoded, and what it was read to be. */
  readonly encoded: string;
  readonly asked: AuthorizationRequest;
};

/** What is shown again after a failed try. */
type Retry = {
  readonly transactionId: string;
  readonly username: string;
  readonly problem: SignInProblem;
};

/** Shows the sign-in page, of a new transaction or, after a failed try, of the same again. */
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
  const page = renderSignInPage({
    action: `${org.baseUrl}${signInPath}`,
    transactionId,
    applicationLabel: application.label,
    redirectUri: replyTo.redirectUri,
    username,
    people: describePeople(configuration, application, username),
    sharedPassword: findSharedPassword(configuration),
    problem: retry?.problem,
  });
  return sendPage(c, page);
}
