import { html } from "hono/html";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";
import { findFrameAncestor } from "./policy-source.ts";
import type { ReplyParameters } from "./reply-parameters.ts";

/** Reads the message from the page's attributes, so that the script never changes and its hash can be allowed. */
const script = `
const { message, origin } = document.getElementById("response").dataset;
const client = window.opener ?? (window.parent === window ? null : window.parent);
if (client) {
  client.postMessage(JSON.parse(message), origin);
  document.getElementById("unsent").hidden = true;
  document.getElementById("sent").hidden = false;
}
`;

/**
 * The browser delivers only to the client's origin.
 * @see Okta: OpenID Connect & OAuth 2.0 API, "/authorize", `response_mode=okta_post_message`
 */
export function renderPostMessagePage(redirectUri: string, parameters: ReplyParameters): Page {
  const { origin, host } = new URL(redirectUri);
  return {
    ...plainPage,
    title: `Returning to ${host}`,
    scripts: [script],
    frameAncestor: findFrameAncestor(redirectUri),
    referrerPolicy: "no-referrer",
    body: html`<main id="response" data-origin="${origin}" data-message="${JSON.stringify(Object.fromEntries(parameters))}">
${demoMark}
<div id="sent" hidden>
<h1>Response sent to ${host}</h1>
<p>You can close this window.</p>
</div>
<div id="unsent">
<h1>Response not sent</h1>
<p>Either the app didn’t open this window, or scripts are turned off. Go back to the app and send the request again.</p>
</div>
</main>`,
  };
}
