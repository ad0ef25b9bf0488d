import { html } from "hono/html";
import { describeAddress } from "./app-address.ts";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";
import { findFormTarget, findFrameAncestor } from "./policy-source.ts";
import type { ReplyParameters } from "./reply-parameters.ts";

/** Posts by script, or with a button if scripts are turned off. @see OAuth 2.0 Form Post Response Mode §2 */
export function renderFormPostPage(redirectUri: string, parameters: ReplyParameters): Page {
  const address = describeAddress(redirectUri);
  return {
    ...plainPage,
    title: `Returning to ${address}`,
    scripts: ["document.forms[0].submit();"],
    formTargets: [findFormTarget(redirectUri)],
    // Clients renew tokens in a hidden frame.
    frameAncestor: findFrameAncestor(redirectUri),
    referrerPolicy: "no-referrer",
    body: html`<main>
${demoMark}
<h1>Returning to ${address}</h1>
<form method="post" action="${redirectUri}">
${parameters.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="primary">Continue</button>
</form>
</main>`,
  };
}
