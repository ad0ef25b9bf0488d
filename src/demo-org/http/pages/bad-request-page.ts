import type { Context } from "hono";
import { html } from "hono/html";
import type { Refusal } from "../../rules/permission/refusal.ts";
import { describeAddress } from "./app-address.ts";
import { renderLink, sendPage } from "./page.ts";

export type Mismatch = {
  readonly parameter: "client" | "redirect" | "sign-out redirect" | "server";
  readonly requested: string | undefined;
  readonly registered: readonly string[];
  /** The name of the deactivated app or authorization server that has the requested ID. */
  readonly inactive?: string | undefined;
};

type BadRequest = {
  readonly refusal: Refusal;
  readonly mismatch?: Mismatch | undefined;
  readonly appUrl: string | undefined;
};

const terms = {
  client: ["Requested client ID", "Client IDs in this org"],
  redirect: ["Requested redirect URI", "Registered sign-in redirect URIs"],
  "sign-out redirect": ["Requested sign-out redirect URI", "Registered sign-out redirect URIs"],
  server: ["Requested authorization server ID", "Custom authorization servers in this org"],
} as const;

export function sendBadRequest(
  c: Context,
  { refusal, mismatch, appUrl }: BadRequest,
): Promise<Response> {
  return sendPage(c, {
    title: "400 Bad Request",
    status: 400,
    body: html`<h1>400 Bad Request</h1>
<p class="soft">Your request resulted in an error.</p>
<dl>
<dt>Error Code</dt><dd><code>${refusal.error}</code></dd>
<dt>Description</dt><dd>${refusal.description}</dd>
</dl>
${mismatch === undefined ? "" : renderMismatch(mismatch)}
${appUrl === undefined ? "" : html`<p class="back">${renderLink(appUrl, `Back to ${describeAddress(appUrl)}`)}</p>`}`,
  });
}

function renderMismatch({ parameter, requested, registered, inactive }: Mismatch) {
  const [requestedTerm, registeredTerm] = terms[parameter];
  const values = (list: readonly string[]) => list.map((it) => html`<dd><code>${it}</code></dd>`);
  return html`<h2>What doesn’t match</h2>
<dl>
<dt>${requestedTerm}</dt>${requested ? values([requested]) : html`<dd>None</dd>`}
<dt>${registeredTerm}</dt>${registered.length > 0 ? values(registered) : html`<dd>None</dd>`}
</dl>
${inactive === undefined ? "" : html`<p>${parameter === "server" ? "The authorization server" : "The app"} <bdi>${inactive}</bdi> has this ID, but it is deactivated. Activate it on the demo org’s set-up pages or with the API.</p>`}
<p class="soft">The values must match exactly. A real Okta org doesn’t list what is registered.</p>`;
}
