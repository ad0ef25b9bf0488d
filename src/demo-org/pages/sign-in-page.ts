import { html } from "hono/html";
import { rememberFor } from "../remember.ts";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";
import { readFormTarget } from "./policy-source.ts";

/** A field that has to be filled in again, and why. */
export type SignInProblem = {
  readonly field: "username" | "password";
  readonly message: string;
};

/** Somebody who can be signed in at once. */
export type DemoPerson = {
  readonly username: string;
  readonly name: string;
  /** The groups in a few words: their first names, and how many more. */
  readonly groupNames: readonly string[];
  readonly moreGroups: number;
  readonly isAssigned: boolean;
};

/** Those who are shown, and how many more there are. */
export type DemoPeople = { readonly people: readonly DemoPerson[]; readonly more: number };

type SignIn = {
  /** The address that the forms post to. */
  readonly action: string;
  readonly transactionId: string;
  readonly applicationLabel: string;
  /** Where the answer will go: the redirect that follows the form has to be allowed too. */
  readonly redirectUri: string;
  readonly username: string;
  readonly people: DemoPeople;
  /** The password that is everybody's, which is then no secret; undefined where they differ. */
  readonly sharedPassword: string | undefined;
  readonly problem: SignInProblem | undefined;
};

/** The org's sign-in page. It needs no script. */
export function renderSignInPage(signIn: SignIn): Page {
  const { applicationLabel, redirectUri, sharedPassword, problem } = signIn;
  return {
    ...plainPage,
    status: problem ? 403 : 200,
    title: problem ? "Error: Sign in to the demo org" : "Sign in to the demo org",
    formTargets: ["'self'", readFormTarget(redirectUri)],
    body: html`<main class="wide">
${demoMark}
<h1>Sign in</h1>
<p class="soft">to continue to <bdi>${applicationLabel}</bdi>. Everyone here is made up${sharedPassword === undefined ? "" : html` and has the password <code>${sharedPassword}</code>`}; never use a password of your own.</p>
${problem ? renderProblem(problem) : ""}
<div class="columns">
${renderCredentials(signIn)}
${renderPeople(signIn)}
</div>
</main>`,
  };
}

function renderProblem({ field, message }: SignInProblem) {
  return html`<div class="problem" role="alert"><p><a href="#${field}">${message}</a></p></div>`;
}

function renderCredentials({ action, transactionId, username, problem }: SignIn) {
  const invalid = (field: SignInProblem["field"]) =>
    problem?.field === field ? html` aria-invalid="true" aria-describedby="${field}-problem"` : "";
  const explain = (field: SignInProblem["field"]) =>
    problem?.field === field
      ? html`<p class="wrong" id="${field}-problem">${problem.message}</p>`
      : "";
  const focusOn = problem?.field ?? (username === "" ? "username" : "password");
  const autofocus = (field: SignInProblem["field"]) => (field === focusOn ? html` autofocus` : "");

  // The sections have no names: a test that looks for what is labelled Username is to find the field alone.
  return html`<section>
<h2>With username and password</h2>
<form class="credentials" method="post" action="${action}" novalidate>
<input type="hidden" name="transaction" value="${transactionId}">
<div>
<label for="username">Username</label>
${explain("username")}
<input id="username" name="username" type="text" value="${username}" required autocomplete="username" autocapitalize="none" spellcheck="false" dir="ltr"${invalid("username")}${autofocus("username")}>
</div>
<div>
<label for="password">Password</label>
${explain("password")}
<input id="password" name="password" type="password" required autocomplete="current-password"${invalid("password")}${autofocus("password")}>
</div>
<button class="primary">Sign in</button>
</form>
</section>`;
}

function renderPeople({ action, transactionId, people: { people, more } }: SignIn) {
  if (people.length === 0)
    return html`<section>
<h2>Nobody can sign in</h2>
<p class="soft">The org has no active people. Add somebody in its set-up or by its API, and assign the app to them.</p>
</section>`;
  return html`<section>
<h2>Or at once, as one of the demo people</h2>
<form method="post" action="${action}">
<input type="hidden" name="transaction" value="${transactionId}">
${listPeople(people)}
</form>
${more === 0 ? "" : html`<p class="soft">${more} more ${more === 1 ? "person signs" : "people sign"} in with their username and password.</p>`}
</section>`;
}

/** Written once for as long as the same people are given: it is most of the page, and the same for everybody. */
const listPeople = rememberFor(
  (people: DemoPeople["people"]) => html`<ul class="people">
${people.map(
  (person, index) => html`<li>
<button name="person" value="${person.username}" aria-describedby="person-${index}">${person.username}</button>
<p id="person-${index}"><bdi>${person.name}</bdi>: ${renderGroups(person)}</p>
</li>`,
)}
</ul>`,
);

/** Each name by itself, so that one written from right to left turns around nothing but itself. */
function renderGroups({ groupNames, moreGroups, isAssigned }: DemoPerson) {
  const names = groupNames.map((name, index) => html`${index > 0 ? ", " : ""}<bdi>${name}</bdi>`);
  return html`${names}${moreGroups > 0 ? ` and ${moreGroups} more` : ""}${isAssigned ? "" : "; not assigned to this app"}`;
}
