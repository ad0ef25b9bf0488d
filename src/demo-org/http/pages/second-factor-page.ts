import { html } from "hono/html";
import type { SecondFactorProblem } from "../../rules/sign-in/credentials.ts";
import { describeAddress, findAppUrl } from "./app-address.ts";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";
import { findFormTarget } from "./policy-source.ts";
import { listSignInScripts } from "./sign-in-page.ts";

type SecondFactor = {
  readonly action: string;
  readonly transactionId: string;
  readonly applicationLabel: string;
  readonly redirectUri: string;
  readonly username: string;
  readonly question: string;
  readonly answer: string;
  readonly problem: SecondFactorProblem | undefined;
  readonly isInWorker: boolean;
};

export function renderSecondFactorPage(factor: SecondFactor): Page {
  const { action, transactionId, applicationLabel, redirectUri, username, problem } = factor;
  const appUrl = findAppUrl(redirectUri);
  return {
    ...plainPage,
    status: problem ? 403 : 200,
    title: `${problem ? "Error: " : ""}Verify with a security question – Demo org`,
    scripts: listSignInScripts(factor),
    formTargets: ["'self'", findFormTarget(redirectUri)],
    body: html`<main>
${demoMark}
<h1>Sign in to <bdi>${applicationLabel}</bdi></h1>
<p class="soft">You will return to ${describeAddress(redirectUri)}</p>
<section class="second-factor">
<h2>Verify with a security question</h2>
<p>This sign-in requires a second factor. You are <bdi>${username}</bdi>.</p>
<form method="post" action="${action}" novalidate>
<input type="hidden" name="transaction" value="${transactionId}">
<input type="hidden" name="step" value="second-factor">
${problem ? html`<p class="problem" id="problem" role="alert">${problem.message}</p>` : ""}
<div>
<p class="question" id="question">${factor.question}</p>
<label for="answer">Security question answer</label>
<input id="answer" name="answer" type="text" required autocomplete="off" autocapitalize="none" spellcheck="false" autofocus aria-describedby="${problem ? "problem " : ""}question answer-hint"${problem ? html` aria-invalid="true"` : ""}>
<p class="hint" id="answer-hint">Everyone’s answer is <code>${factor.answer}</code>.</p>
</div>
<button class="primary">Verify</button>
${appUrl === undefined ? "" : html`<p class="cancel"><a href="${appUrl}">Cancel</a></p>`}
</form>
</section>
</main>`,
  };
}
