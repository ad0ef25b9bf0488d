import { html } from "hono/html";
import { memoizeByObject } from "../../memoize.ts";
import { findUserByLogin } from "../../model/directory.ts";
import type { AuthorizationRequest } from "../../rules/authorize/authorization-request.ts";
import type { SignInProblem } from "../../rules/sign-in/credentials.ts";
import { describeInactiveUsers, type InactiveUsers } from "../pages/describe-inactive.ts";
import {
  type DemoPeople,
  type DemoPerson,
  describePeople,
  findSharedPassword,
} from "../pages/describe-people.ts";
import type { ServerRequest } from "../state/server-request.ts";
import {
  renderCancelLink,
  renderProblem,
  sendStep,
  signInPath,
  startStep,
} from "./sign-in-step.ts";

type Retry = {
  readonly transactionId: string;
  readonly username: string;
  readonly problem: SignInProblem;
};

type Focus = "person" | SignInProblem["field"];

export async function showSignInPage(
  request: ServerRequest,
  encoded: string,
  authRequest: AuthorizationRequest,
  retry?: Retry,
): Promise<Response> {
  const { org, configuration } = request;
  const transactionId = retry?.transactionId ?? (await startStep(request, encoded));
  const username = retry?.username ?? authRequest.loginHint ?? "";
  const inactive = describeInactiveUsers(configuration, username);
  const isUnknown = username !== "" && !findUserByLogin(configuration, username);
  const list = describePeople(configuration, authRequest.application, username);
  const problem = retry?.problem;
  const hint = inactive.isHinted ? "inactive" : isUnknown ? "unknown" : undefined;
  const focus = problem?.field ?? chooseFocus(hint, list.people.length > 0);
  const form = { action: `${org.baseUrl}${signInPath}`, transactionId, focus };
  const sharedPassword = findSharedPassword(configuration);
  return sendStep(request, authRequest, problem, {
    title: `Sign in to ${authRequest.application.label}`,
    isWide: true,
    body: html`<div class="sign-in">
${renderPeople(form, list, inactive)}
${renderPasswordForm(form, { username, isInactive: inactive.isHinted, sharedPassword, problem, authRequest })}
</div>`,
  });
}

/**
 * Focuses the first user's button, so that one key press signs in. For an unknown `login_hint`, only the password is
 * missing. For a user who can't sign in, the username field prevents signing in as another user by accident.
 */
function chooseFocus(hint: "unknown" | "inactive" | undefined, hasPeople: boolean): Focus {
  if (hint === "unknown") return "password";
  if (hint === "inactive") return "username";
  return hasPeople ? "person" : "username";
}

type SignInForm = {
  readonly action: string;
  readonly transactionId: string;
  readonly focus: Focus;
};

function renderPeople(
  { action, transactionId, focus }: SignInForm,
  { people, more }: DemoPeople,
  inactive: InactiveUsers,
) {
  if (people.length === 0)
    return html`<section>
<h2>No one can sign in</h2>
<p>This org has no active users. Add a user on the demo org’s set-up pages or with the API, then assign the app to them.</p>
${renderInactive(inactive)}
</section>`;
  return html`<section>
<header><h2>Continue as a demo user</h2> <a class="skip" href="#username">Use a password instead</a></header>
<form method="post" action="${action}">
<input type="hidden" name="transaction" value="${transactionId}">
${focus === "person" ? renderListWithFocus(people) : renderList(people)}
</form>
${more === 0 ? "" : html`<p class="soft">${more} more ${more === 1 ? "user" : "users"} can sign in with username and password.</p>`}
${renderInactive(inactive)}
</section>`;
}

function renderInactive({ named, more }: InactiveUsers) {
  if (named.length === 0) return "";
  const items = named.map(({ username, reason }) => html`<bdi>${username}</bdi> (${reason})`);
  if (more > 0) items.push(html`${more} more`);
  const separators = items.map((_, index) =>
    index === 0 ? "" : index === items.length - 1 ? " and " : ", ",
  );
  const list = items.map((item, index) => html`${separators[index]}${item}`);
  const sentence =
    items.length === 1 ? html`${list} can’t sign in.` : html`These users can’t sign in: ${list}.`;
  return html`<p class="soft" id="inactive">${sentence}</p>`;
}

/** Memoized, because the list is most of the page and the same for every visitor. */
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
  /** The user with this username exists, but can't sign in. */
  readonly isInactive: boolean;
  readonly sharedPassword: string | undefined;
  readonly problem: SignInProblem | undefined;
  readonly authRequest: AuthorizationRequest;
};

function renderPasswordForm(
  { action, transactionId, focus }: SignInForm,
  { username, isInactive, sharedPassword, problem, authRequest }: PasswordFields,
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
${renderProblem(problem)}
<div>
<label for="username">Username</label>
<input id="username" name="username" type="text" value="${username}" required autocomplete="username" autocapitalize="none" spellcheck="false" dir="ltr"${describe("username", ...(isInactive ? ["inactive"] : []))}>
</div>
<div>
<label for="password">Password</label>
<input id="password" name="password" type="password" required autocomplete="current-password"${describe("password", "password-hint")}>
<p class="hint" id="password-hint">${sharedPassword === undefined ? "" : html`Everyone’s password is <code>${sharedPassword}</code>. `}Don’t enter a real password.</p>
</div>
<button class="primary">Sign in</button>
${renderCancelLink(authRequest)}
</form>
</section>`;
}
