import { html } from "hono/html";
import type { Org } from "../model/org.ts";
import { descriptions } from "../seed/people.ts";
import { renderPage } from "./layout.ts";

export type SignInPage = {
  readonly org: Org;
  readonly clientLabel: string;
  /** Where the form goes, within the org. */
  readonly action: string;
  readonly transactionId: string;
  readonly username: string;
  /** Shown as an alert: what was wrong with the last attempt. */
  readonly problem: string | undefined;
  /** Where the answer will go: the form's redirect has to be allowed to end there. */
  readonly clientOrigin: string;
  readonly headers?: Headers;
};

/** The sign-in page: a username and a password, or one of the demo people at once. Works without JavaScript. */
export function renderSignInPage(page: SignInPage): Promise<Response> {
  const { org, clientLabel, action, transactionId, username, problem, clientOrigin } = page;
  const transaction = html`<input type="hidden" name="transaction" value="${transactionId}" />`;
  return renderPage({
    title: "Sign in",
    formAction: clientOrigin,
    ...(problem !== undefined && { status: 401 }),
    ...(page.headers && { headers: page.headers }),
    body: html`<h1>Sign in</h1>
      <p class="soft">to go on to ${clientLabel}</p>
      ${problem === undefined ? "" : html`<div class="alert" role="alert"><p id="problem">${problem}</p></div>`}
      <div class="ways">
        <form method="post" action="${action}">
          ${transaction}
          <label for="username">Username</label>
          <input id="username" name="username" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" required ${invalid(problem)} />
          <label for="password">Password</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required ${invalid(problem)} />
          <button class="primary">Sign in</button>
        </form>
        <form method="post" action="${action}" aria-labelledby="people">
          ${transaction}
          <h2 id="people">Or be one of the demo people</h2>
          <ul>
            ${org.users.map(
              ({ id, profile }) => html`<li>
                <button name="person" value="${profile.login}" aria-describedby="${id}">${profile.login}</button>
                <small id="${id}">${descriptions[profile.login] ?? ""}</small>
              </li>`,
            )}
          </ul>
        </form>
      </div>`,
  });
}

function invalid(problem: string | undefined) {
  return problem === undefined ? "" : html`aria-invalid="true" aria-describedby="problem"`;
}
