import { html } from "hono/html";
import type { ReplyParameters } from "../authorize/reply-parameters.ts";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";
import { readFrameAncestor } from "./policy-source.ts";

/**
 * Reads its message out of the page, so that the script itself is always the same and can be allowed by its hash. The
 * page says that nothing was sent until something was.
 */
const script = `
const { message, origin } = document.getElementById("answer").dataset;
const client = window.opener ?? (window.parent === window ? null : window.parent);
if (client) {
  client.postMessage(JSON.parse(message), origin);
  document.getElementById("unsent").hidden = true;
  document.getElementById("sent").hidden = false;
}
`;

/**
 * Hands an answer to the window that opened this one, or that shows it in a frame, and only if that is the client's.
 *
 * @see Okta: OpenID Connect & OAuth 2.0 API, "/authorize", `response_mode=okta_post_message`
 */
export function renderPostMessagePage(redirectUri: string, parameters: ReplyParameters): Page {
  const { origin } = new URL(redirectUri);
  return {
    ...plainPage,
    title: "Back to the app",
    script,
    frameAncestor: readFrameAncestor(redirectUri),
    body: html`<main id="answer" data-origin="${origin}" data-message="${JSON.stringify(Object.fromEntries(parameters))}">
${demoMark}
<div id="sent" hidden>
<h1>The answer was sent to the app</h1>
<p>This window can be closed.</p>
</div>
<div id="unsent">
<h1>The answer could not be sent to the app</h1>
<p>No window of the app has opened this page, or scripts are switched off here. Go back to the app and send the request again.</p>
</div>
</main>`,
  };
}
