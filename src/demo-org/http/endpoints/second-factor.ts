import type { User } from "../../model/user.ts";
import type { AuthorizationRequest } from "../../rules/authorize/authorization-request.ts";
import type { SecondFactorProblem } from "../../rules/sign-in/credentials.ts";
import { securityQuestion } from "../../rules/sign-in/factors.ts";
import { startTransaction } from "../../rules/sign-in/transactions.ts";
import { renderSecondFactorPage } from "../pages/second-factor-page.ts";
import { sendPage } from "../pages/send-page.ts";
import { ensureBrowserId } from "../sessions/browser.ts";
import type { ServerRequest } from "../state/server-request.ts";
import { signInPath } from "./show-sign-in-page.ts";

type Showing = {
  readonly transactionId: string;
  readonly asked: AuthorizationRequest;
  readonly user: User;
  readonly problem?: SecondFactorProblem | undefined;
};

export function showSecondFactorPage(
  { c, org }: ServerRequest,
  { transactionId, asked, user, problem }: Showing,
): Promise<Response> {
  const page = renderSecondFactorPage({
    action: `${org.baseUrl}${signInPath}`,
    transactionId,
    applicationLabel: asked.application.label,
    redirectUri: asked.replyTo.redirectUri,
    username: user.profile.login,
    ...securityQuestion,
    problem,
    isInWorker: org.sessionCarrier === "store",
  });
  return sendPage(c, page);
}

/** Asks a signed-in user for the second factor that their session lacks. */
export async function stepUp(
  request: ServerRequest,
  {
    encoded,
    asked,
    user,
  }: {
    readonly encoded: string;
    readonly asked: AuthorizationRequest;
    readonly user: User;
  },
): Promise<Response> {
  const { c, org, serverId } = request;
  const transactionId = await startTransaction(org, {
    serverId,
    parameters: encoded,
    browserId: ensureBrowserId(c, org),
    verifiedUserId: user.id,
  });
  return showSecondFactorPage(request, { transactionId, asked, user });
}
