import { html } from "hono/html";
import type { Refusal } from "../authorize/refusal.ts";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";

/** What somebody sees whose app has sent a request that nobody can be redirected for. */
type BadRequest = {
  readonly refusal: Refusal;
  /** The redirect URI that was asked for, where that is what is wrong. */
  readonly redirectUri?: string | undefined;
  readonly registeredUris: readonly string[];
};

/**
 * Okta's error code and sentence, the org's own layout; beside it what was asked for and what is registered, which
 * a real org keeps to itself.
 */
export function renderBadRequestPage({ refusal, redirectUri, registeredUris }: BadRequest): Page {
  const home = registeredUris.find((uri) => /^https?:/.test(uri));
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
${redirectUri === undefined ? "" : html`<dt>Redirect URI of the request</dt><dd><code>${redirectUri}</code></dd>`}
${
  refusal.error === "invalid_client" || registeredUris.length === 0
    ? ""
    : html`<dt>Registered redirect URIs</dt>${registeredUris.map((uri) => html`<dd><code>${uri}</code></dd>`)}`
}
</dl>
${home === undefined ? "" : html`<p><a href="${home}">Go to the app</a></p>`}
</main>`,
  };
}
