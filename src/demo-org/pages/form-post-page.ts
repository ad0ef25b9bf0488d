import { html } from "hono/html";
import type { ReplyParameters } from "../authorize/reply-parameters.ts";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";
import { readFormTarget, readFrameAncestor } from "./policy-source.ts";

/**
 * Posts an answer to the client: at once, or by a button where scripts are off.
 *
 * @see OAuth 2.0 Form Post Response Mode §2
 */
export function renderFormPostPage(redirectUri: string, parameters: ReplyParameters): Page {
  return {
    ...plainPage,
    title: "Back to the app",
    script: "document.forms[0].submit();",
    formTargets: [readFormTarget(redirectUri)],
    // Silent renewal is asked for in a hidden frame of the client's.
    frameAncestor: readFrameAncestor(redirectUri),
    body: html`<main>
${demoMark}
<h1>Back to the app</h1>
<form class="credentials" method="post" action="${redirectUri}">
${parameters.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="primary">Continue to the app</button>
</form>
</main>`,
  };
}
