import { html } from "hono/html";
import type { User } from "../../model/user.ts";
import type { AuthorizationRequest } from "../../rules/authorize/authorization-request.ts";
import { type SecondFactorProblem, securityQuestion } from "../../rules/sign-in/credentials.ts";
import type { ServerRequest } from "../state/server-request.ts";
import {
  renderCancelLink,
  renderProblem,
  sendStep,
  signInPath,
  startStep,
} from "./sign-in-step.ts";

type SecondFactor = {
  readonly transactionId: string;
  readonly authRequest: AuthorizationRequest;
  readonly user: User;
  readonly problem?: SecondFactorProblem | undefined;
};

export function showSecondFactorPage(
  request: ServerRequest,
  { transactionId, authRequest, user, problem }: SecondFactor,
): Promise<Response> {
  return sendStep(request, authRequest, problem, {
    title: "Verify with a security question",
    body: html`<section class="second-factor">
<h2>Verify with a security question</h2>
<p>This sign-in requires a second factor. You are <bdi>${user.profile.login}</bdi>.</p>
<form method="post" action="${request.org.baseUrl}${signInPath}" novalidate>
<input type="hidden" name="transaction" value="${transactionId}">
<input type="hidden" name="step" value="second-factor">
${renderProblem(problem)}
<div>
<p class="question" id="question">${securityQuestion.question}</p>
<label for="answer">Security question answer</label>
<input id="answer" name="answer" type="text" required autocomplete="off" autocapitalize="none" spellcheck="false" autofocus aria-describedby="${problem ? "problem " : ""}question answer-hint"${problem ? html` aria-invalid="true"` : ""}>
<p class="hint" id="answer-hint">Everyone’s answer is <code>${securityQuestion.answer}</code>.</p>
</div>
<button class="primary">Verify</button>
${renderCancelLink(authRequest)}
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
  const transactionId = await startStep(request, encoded, { verifiedUserId: user.id });
  return showSecondFactorPage(request, { transactionId, authRequest, user });
}
