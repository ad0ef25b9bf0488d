import { html } from "hono/html";
import { memoizeByObject } from "../../memoize.ts";
import type { SignInProblem } from "../../rules/sign-in/credentials.ts";
import { describeAddress, findAppUrl } from "./app-address.ts";
import { cleanAddressScript } from "./clean-address-script.ts";
import { demoMark } from "./demo-mark.ts";
import { lostWorkerScript } from "./lost-worker-script.ts";
import { type Page, plainPage } from "./page.ts";
import { findFormTarget } from "./policy-source.ts";

export type DemoPerson = {
  readonly username: string;
  readonly name: string;
  readonly groupNames: readonly string[];
  readonly moreGroups: number;
  /** As counts: `["2 from Active Directory"]`. */
  readonly importedGroups: readonly string[];
  readonly isAssigned: boolean;
};

export type DemoPeople = { readonly people: readonly DemoPerson[]; readonly more: number };

type SignIn = {
  readonly action: string;
  readonly transactionId: string;
  readonly applicationLabel: string;
  readonly redirectUri: string;
  readonly username: string;
  readonly people: DemoPeople;
  readonly focus: "person" | SignInProblem["field"];
  readonly sharedPassword: string | undefined;
  readonly problem: SignInProblem | undefined;
  /** Whether a worker handles the forms, which the browser may delete. */
  readonly isInWorker: boolean;
};

export function renderSignInPage(signIn: SignIn): Page {
  const { applicationLabel, redirectUri, problem } = signIn;
  const title = `Sign in to ${applicationLabel}`;
  return {
    ...plainPage,
    status: problem ? 403 : 200,
    title: `${problem ? "Error: " : ""}${title} – Demo org`,
    scripts: listSignInScripts(signIn),
    // `form-action` also holds for the redirect that follows the form.
    formTargets: ["'self'", findFormTarget(redirectUri)],
    body: html`<main class="wide">
${demoMark}
<h1>Sign in to <bdi>${applicationLabel}</bdi></h1>
<p class="soft">You will return to ${describeAddress(redirectUri)}</p>
<div class="sign-in">
${renderPeople(signIn)}
${renderPasswordForm(signIn)}
</div>
</main>`,
  };
}

export function listSignInScripts({ isInWorker }: { readonly isInWorker: boolean }) {
  return isInWorker ? [cleanAddressScript, lostWorkerScript] : [];
}

function renderPeople({ action, transactionId, people: { people, more }, focus }: SignIn) {
  if (people.length === 0)
    return html`<section>
<h2>No one can sign in</h2>
<p>This org has no active users. Add a user on the demo org’s set-up pages or with the API, then assign the app to them.</p>
</section>`;
  return html`<section>
<header><h2>Continue as a demo user</h2> <a class="skip" href="#username">Use a password instead</a></header>
<form method="post" action="${action}">
<input type="hidden" name="transaction" value="${transactionId}">
${focus === "person" ? listPeopleWithFocus(people) : listPeople(people)}
</form>
${more === 0 ? "" : html`<p class="soft">${more} more ${more === 1 ? "user" : "users"} can sign in with username and password.</p>`}
</section>`;
}

/** Memoized: the list is most of the page, and the same for every visitor. */
const listPeople = memoizeByObject((people: DemoPeople["people"]) => renderList(people, false));
const listPeopleWithFocus = memoizeByObject((people: DemoPeople["people"]) =>
  renderList(people, true),
);

function renderList(people: DemoPeople["people"], isFirstFocused: boolean) {
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

function renderPasswordForm(signIn: SignIn) {
  const { action, transactionId, redirectUri, username, sharedPassword, focus, problem } = signIn;
  const appUrl = findAppUrl(redirectUri);
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
<p class="hint" id="password-hint">${sharedPassword === undefined ? "" : html`Everyone’s password is <code>${sharedPassword}</code>. `}Don’t enter a password of your own.</p>
</div>
<button class="primary">Sign in</button>
${appUrl === undefined ? "" : html`<p class="cancel"><a href="${appUrl}">Cancel</a></p>`}
</form>
</section>`;
}
