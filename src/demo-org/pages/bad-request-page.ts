import { html } from "hono/html";
import type { Refusal } from "../authorize/refusal.ts";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";

/** What of the request is wrong, and what is right in its place. */
export type Mismatch = {
  readonly parameter: "client" | "redirect" | "sign-out redirect";
  /** undefined where it was left out. */
  readonly asked: string | undefined;
  readonly registered: readonly string[];
};

/** What somebody sees whose app has sent a request that nobody can be redirected for. */
type BadRequest = {
  readonly refusal: Refusal;
  /** undefined where something else is wrong than what could be registered. */
  readonly mismatch?: Mismatch | undefined;
};

const terms = {
  client: { asked: "Client ID of the request", registered: "Client IDs of this org" },
  redirect: { asked: "Redirect URI of the request", registered: "Registered redirect URIs" },
  "sign-out redirect": {
    asked: "Sign-out redirect URI of the request",
    registered: "Registered sign-out redirect URIs",
  },
} as const;

/**
 * Okta's error code and sentence, the org's own layout; beside it what was asked for and what is registered, which
 * a real org keeps to itself.
 */
export function renderBadRequestPage({ refusal, mismatch }: BadRequest): Page {
  const home = mismatch?.registered.find((uri) => /^https?:/.test(uri));
  return {
    ...plainPage,
    title: "400 Bad Request",
    status: 400,
    body: html`<main>
${demoMark}
<h1>400 Bad Request</h1>
<p>Your request resulted in an error.</p>
<dl>
<dt>Error Code</dt><dd><code>${refusal.error}</code></dd>
<dt>Description</dt><dd>${refusal.description}</dd>
${mismatch === undefined ? "" : renderMismatch(mismatch)}
</dl>
${home === undefined ? "" : html`<p><a href="${home}">Go to the app</a></p>`}
</main>`,
  };
}

function renderMismatch({ parameter, asked, registered }: Mismatch) {
  const { asked: askedTerm, registered: registeredTerm } = terms[parameter];
  const values = (list: readonly string[]) => list.map((it) => html`<dd><code>${it}</code></dd>`);
  return html`<dt>${askedTerm}</dt>${asked ? values([asked]) : html`<dd>None</dd>`}
<dt>${registeredTerm}</dt>${registered.length > 0 ? values(registered) : html`<dd>None</dd>`}`;
}
