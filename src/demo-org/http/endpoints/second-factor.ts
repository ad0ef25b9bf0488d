import { html } from "hono/html";
import type { User } from "../../model/user.ts";
import type { AuthorizationRequest } from "../../rules/authorize/authorization-request.ts";
import { type SecondFactorProblem, securityQuestion } from "../../rules/sign-in/credentials.ts";
import { startTransaction } from "../../rules/sign-in/transactions.ts";
import { describeAddress, findAppUrl } from "../pages/app-address.ts";
import { findFormTarget, sendPage } from "../pages/page.ts";
import { ensureBrowserId } from "../sessions/sessions.ts";
import type { ServerRequest } from "../state/server-request.ts";
import { listSignInScripts, signInPath } from "./sign-in-page.ts";

type SecondFactor = {
  readonly transactionId: string;
  readonly authRequest: AuthorizationRequest;
  readonly user: User;
  readonly problem?: SecondFactorProblem | undefined;
};

export function showSecondFactorPage(
  { c, org }: ServerRequest,
  { transactionId, authRequest, user, problem }: SecondFactor,
): Promise<Response> {
  const { redirectUri } = authRequest.replyTo;
  const appUrl = findAppUrl(redirectUri);
  return sendPage(c, {
    status: problem ? 403 : 200,
    title: `${problem ? "Error: " : ""}Verify with a security question – Demo org`,
    scripts: listSignInScripts(org),
    formTargets: ["'self'", findFormTarget(redirectUri)],
    body: html`<h1>Sign in to <bdi>${authRequest.application.label}</bdi></h1>
<p class="soft">You will return to ${describeAddress(redirectUri)}</p>
<section class="second-factor">
<h2>Verify with a security question</h2>
<p>This sign-in requires a second factor. You are <bdi>${user.profile.login}</bdi>.</p>
<form method="post" action="${org.baseUrl}${signInPath}" novalidate>
<input type="hidden" name="transaction" value="${transactionId}">
<input type="hidden" name="step" value="second-factor">
${problem ? html`<p class="problem" id="problem" role="alert">${problem.message}</p>` : ""}
<div>
<p class="question" id="question">${securityQuestion.question}</p>
<label for="answer">Security question answer</label>
<input id="answer" name="answer" type="text" required autocomplete="off" autocapitalize="none" spellcheck="false" autofocus aria-describedby="${problem ? "problem " : ""}question answer-hint"${problem ? html` aria-invalid="true"` : ""}>
<p class="hint" id="answer-hint">Everyone’s answer is <code>${securityQuestion.answer}</code>.</p>
</div>
<button class="primary">Verify</button>
${appUrl === undefined ? "" : html`<p class="cancel"><a href="${appUrl}">Cancel</a></p>`}
</form>
</section>`,
  });
}

export async function stepUp(
  request: ServerRequest,
  encoded: string,
  authRequest: AuthorizationRequest,
  user: User,
): Promise<Response> {
  const { c, org, serverId } = request;
  const transactionId = await startTransaction(org, {
    serverId,
    parameters: encoded,
    browserId: ensureBrowserId(c, org),
    verifiedUserId: user.id,
  });
  return showSecondFactorPage(request, { transactionId, authRequest, user });
}
