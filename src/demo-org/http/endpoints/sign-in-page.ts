import { html } from "hono/html";
import { memoizeByObject } from "../../memoize.ts";
import { findUserByLogin } from "../../model/directory.ts";
import type { AuthorizationRequest } from "../../rules/authorize/authorization-request.ts";
import type { SignInProblem } from "../../rules/sign-in/credentials.ts";
import { startTransaction } from "../../rules/sign-in/transactions.ts";
import { describeAddress, findAppUrl } from "../pages/app-address.ts";
import { cleanAddressScript } from "../pages/clean-address-script.ts";
import {
  type DemoPeople,
  type DemoPerson,
  describePeople,
  findSharedPassword,
} from "../pages/describe-people.ts";
import { findFormTarget, sendPage } from "../pages/page.ts";
import { ensureBrowserId } from "../sessions/sessions.ts";
import type { Org } from "../state/org.ts";
import type { ServerRequest } from "../state/server-request.ts";

export const signInPath = "/login/demo";

type Retry = {
  readonly transactionId: string;
  readonly username: string;
  readonly problem: SignInProblem;
};

type Focus = "person" | SignInProblem["field"];

export async function showSignInPage(
  { c, org, configuration, serverId }: ServerRequest,
  encoded: string,
  { application, replyTo: { redirectUri }, loginHint }: AuthorizationRequest,
  retry?: Retry,
): Promise<Response> {
  const transactionId =
    retry?.transactionId ??
    (await startTransaction(org, {
      serverId,
      parameters: encoded,
      browserId: ensureBrowserId(c, org),
    }));
  const username = retry?.username ?? loginHint ?? "";
  const isUnknown = username !== "" && !findUserByLogin(configuration, username);
  const list = describePeople(configuration, application, username);
  const problem = retry?.problem;
  const focus = problem?.field ?? chooseFocus(isUnknown, list.people.length > 0);
  const form = { action: `${org.baseUrl}${signInPath}`, transactionId, focus };
  const sharedPassword = findSharedPassword(configuration);
  const appUrl = findAppUrl(redirectUri);
  return sendPage(c, {
    status: problem ? 403 : 200,
    title: `${problem ? "Error: " : ""}Sign in to ${application.label} – Demo org`,
    isWide: true,
    scripts: listSignInScripts(org),
    formTargets: ["'self'", findFormTarget(redirectUri)],
    body: html`<h1>Sign in to <bdi>${application.label}</bdi></h1>
<p class="soft">You will return to ${describeAddress(redirectUri)}</p>
<div class="sign-in">
${renderPeople(form, list)}
${renderPasswordForm(form, { username, sharedPassword, appUrl, problem })}
</div>`,
  });
}

/** One key press signs in as the hinted or first user. For an unknown hint only the password is missing. */
function chooseFocus(isUnknown: boolean, hasPeople: boolean): Focus {
  if (isUnknown) return "password";
  return hasPeople ? "person" : "username";
}

/** A browser may delete the worker that handles the forms. */
export function listSignInScripts({ sessionCarrier }: Org): readonly string[] {
  return sessionCarrier === "store" ? [cleanAddressScript, lostWorkerScript] : [];
}

type SignInForm = {
  readonly action: string;
  readonly transactionId: string;
  readonly focus: Focus;
};

function renderPeople({ action, transactionId, focus }: SignInForm, { people, more }: DemoPeople) {
  if (people.length === 0)
    return html`<section>
<h2>No one can sign in</h2>
<p>This org has no active users. Add a user on the demo org’s set-up pages or with the API, then assign the app to them.</p>
</section>`;
  return html`<section>
<header><h2>Continue as a demo user</h2> <a class="skip" href="#username">Use a password instead</a></header>
<form method="post" action="${action}">
<input type="hidden" name="transaction" value="${transactionId}">
${focus === "person" ? renderListWithFocus(people) : renderList(people)}
</form>
${more === 0 ? "" : html`<p class="soft">${more} more ${more === 1 ? "user" : "users"} can sign in with username and password.</p>`}
</section>`;
}

/** Memoized: the list is most of the page, and the same for every visitor. */
const renderList = memoizeByObject((people: DemoPeople["people"]) => listPeople(people, false));
const renderListWithFocus = memoizeByObject((people: DemoPeople["people"]) =>
  listPeople(people, true),
);

function listPeople(people: DemoPeople["people"], isFirstFocused: boolean) {
  return html`<ul class="people">
${people.map(
  (person, index) => html`<li>
<button name="person" value="${person.username}" aria-describedby="person-${index}"${isFirstFocused && index === 0 ? html` autofocus` : ""}>${person.username}</button>
<p id="person-${index}">${describePerson(person)}</p>
</li>`,
)}
</ul>`;
}

/** Each name is isolated, so that a right-to-left name can't reorder the text around it. */
function describePerson(person: DemoPerson) {
  const { name, groupNames, moreGroups, importedGroups, isAssigned } = person;
  const names = groupNames.map((it, index) => html`${index > 0 ? ", " : ""}<bdi>${it}</bdi>`);
  const more = moreGroups > 0 ? ` and ${moreGroups} more` : "";
  const imported = importedGroups.map((it) => `, ${it}`).join("");
  return html`<bdi>${name}</bdi>${names.length > 0 ? " · " : ""}${names}${more}${imported}${isAssigned ? "" : " · not assigned to this app"}`;
}

type PasswordFields = {
  readonly username: string;
  readonly sharedPassword: string | undefined;
  readonly appUrl: string | undefined;
  readonly problem: SignInProblem | undefined;
};

function renderPasswordForm(
  { action, transactionId, focus }: SignInForm,
  { username, sharedPassword, appUrl, problem }: PasswordFields,
) {
  const describe = (field: SignInProblem["field"], ...ids: readonly string[]) => {
    const describedBy = [...(problem?.field === field ? ["problem"] : []), ...ids].join(" ");
    return [
      describedBy && html` aria-describedby="${describedBy}"`,
      problem?.field === field ? html` aria-invalid="true"` : "",
      focus === field ? html` autofocus` : "",
    ];
  };
  // The sections have no accessible names: a search for the label "Username" must find the field alone.
  return html`<section class="password">
<h2>Or use a password</h2>
<form method="post" action="${action}" novalidate>
<input type="hidden" name="transaction" value="${transactionId}">
${problem ? html`<p class="problem" id="problem" role="alert">${problem.message}</p>` : ""}
<div>
<label for="username">Username</label>
<input id="username" name="username" type="text" value="${username}" required autocomplete="username" autocapitalize="none" spellcheck="false" dir="ltr"${describe("username")}>
</div>
<div>
<label for="password">Password</label>
<input id="password" name="password" type="password" required autocomplete="current-password"${describe("password", "password-hint")}>
<p class="hint" id="password-hint">${sharedPassword === undefined ? "" : html`Everyone’s password is <code>${sharedPassword}</code>. `}Don’t enter a real password.</p>
</div>
<button class="primary">Sign in</button>
${appUrl === undefined ? "" : html`<p class="cancel"><a href="${appUrl}">Cancel</a></p>`}
</form>
</section>`;
}

/** If the browser has deleted the worker, opens the form's address as a link: that starts the worker again. */
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
