import { html } from "hono/html";
import type { AuthorizationRequest } from "../../rules/authorize/authorization-request.ts";
import { startTransaction } from "../../rules/sign-in/transactions.ts";
import { describeAddress, findAppUrl } from "../pages/app-address.ts";
import { cleanAddressScript } from "../pages/clean-address-script.ts";
import { findFormTarget, type Page, renderLink, sendPage } from "../pages/page.ts";
import { ensureBrowserId } from "../sessions/sessions.ts";
import type { ServerRequest } from "../state/server-request.ts";

/** Where the forms of a sign-in are posted. */
export const signInPath = "/login/demo";

export function startStep(
  { c, org, serverId }: ServerRequest,
  parameters: string,
  verified?: { readonly verifiedUserId: string },
): Promise<string> {
  const browserId = ensureBrowserId(c, org);
  return startTransaction(org, { serverId, parameters, browserId, ...verified });
}

type Problem = { readonly message: string } | undefined;

export function sendStep(
  { c, org }: ServerRequest,
  { application, replyTo: { redirectUri } }: AuthorizationRequest,
  problem: Problem,
  { title, body, isWide = false }: Pick<Page, "title" | "body" | "isWide">,
): Promise<Response> {
  return sendPage(c, {
    status: problem ? 403 : 200,
    title: `${problem ? "Error: " : ""}${title} – Demo org`,
    isWide,
    // The browser may delete the worker that handles the page's forms.
    scripts: org.sessionCarrier === "store" ? [cleanAddressScript, lostWorkerScript] : [],
    formTargets: ["'self'", findFormTarget(redirectUri)],
    body: html`<h1>Sign in to <bdi>${application.label}</bdi></h1>
<p class="soft">You will return to ${describeAddress(redirectUri)}</p>
${body}`,
  });
}

export function renderProblem(problem: Problem) {
  return problem ? html`<p class="problem" id="problem" role="alert">${problem.message}</p>` : "";
}

export function renderCancelLink({ replyTo }: AuthorizationRequest) {
  const appUrl = findAppUrl(replyTo.redirectUri);
  return appUrl === undefined ? "" : html`<p class="cancel">${renderLink(appUrl, "Cancel")}</p>`;
}

/** If the browser has deleted the worker, opens the form's address. The static host's page then starts a new worker. */
const lostWorkerScript = `
let isChecked = false;
addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (isChecked) return;
  event.preventDefault();
  if (await navigator.serviceWorker.getRegistration()) {
    isChecked = true;
    form.requestSubmit(submitter);
  } else {
    location.replace(form.action);
  }
});
`;
