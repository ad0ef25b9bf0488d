import type { Context } from "hono";
import { html } from "hono/html";
import type { ReplyAddress } from "../../rules/authorize/authorization-request.ts";
import type { Refusal } from "../../rules/permission/refusal.ts";
import type { IssuedTokens } from "../../rules/tokens/issue-tokens.ts";
import { describeAddress } from "../pages/app-address.ts";
import { findFormTarget, sendPage } from "../pages/page.ts";
import { addToQuery, sendRedirect } from "../pages/send-redirect.ts";

/** @see OAuth 2.0 Multiple Response Type Encoding Practices §2.1; OAuth 2.0 Form Post Response Mode §2 */
export function sendReply(
  c: Context,
  { redirectUri, mode }: ReplyAddress,
  parameters: ReplyParameters,
): Promise<Response> | Response {
  switch (mode) {
    case "query":
      return sendRedirect(c, addToQuery(redirectUri, encodeForm(parameters)));
    case "fragment":
      return sendRedirect(c, `${redirectUri}#${encodeForm(parameters)}`);
    case "form_post":
      return sendFormPostPage(c, redirectUri, parameters);
    case "okta_post_message":
      return sendPostMessagePage(c, redirectUri, parameters);
    default:
      return mode satisfies never;
  }
}

function encodeForm(parameters: ReplyParameters): string {
  return new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
}

/** A page that posts by script, or by a button if scripts are turned off. @see OAuth 2.0 Form Post Response Mode §2 */
function sendFormPostPage(c: Context, redirectUri: string, parameters: ReplyParameters) {
  const address = describeAddress(redirectUri);
  return sendPage(c, {
    title: `Returning to ${address}`,
    scripts: ["document.forms[0].submit();"],
    formTargets: [findFormTarget(redirectUri)],
    frameAncestor: findFrameAncestor(redirectUri),
    referrerPolicy: "no-referrer",
    body: html`<h1>Returning to ${address}</h1>
<form method="post" action="${redirectUri}">
${parameters.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="primary">Continue</button>
</form>`,
  });
}

/** Contains no values of a response, so that the Content-Security-Policy can allow the script's hash. */
const postMessageScript = `
const { message, origin } = document.getElementById("response").dataset;
const client = window.opener ?? (window.parent === window ? null : window.parent);
if (client) {
  client.postMessage(JSON.parse(message), origin);
  document.getElementById("unsent").hidden = true;
  document.getElementById("sent").hidden = false;
}
`;

// The browser delivers the message only to the client's origin.
// @see Okta: OpenID Connect & OAuth 2.0 API, "/authorize", `response_mode=okta_post_message`
function sendPostMessagePage(c: Context, redirectUri: string, parameters: ReplyParameters) {
  const { origin, host } = new URL(redirectUri);
  const message = JSON.stringify(Object.fromEntries(parameters));
  return sendPage(c, {
    title: `Returning to ${host}`,
    scripts: [postMessageScript],
    frameAncestor: findFrameAncestor(redirectUri),
    referrerPolicy: "no-referrer",
    body: html`<div id="response" data-origin="${origin}" data-message="${message}">
<div id="sent" hidden>
<h1>Response sent to ${host}</h1>
<p>You can close this window.</p>
</div>
<div id="unsent">
<h1>Response not sent</h1>
<p>Either the app didn’t open this window, or scripts are turned off. Go back to the app and send the request again.</p>
</div>
</div>`,
  });
}

/** The app may frame the page, because clients renew tokens in a hidden frame. */
function findFrameAncestor(redirectUri: string): string | undefined {
  const { origin } = new URL(redirectUri);
  return origin === "null" ? undefined : origin;
}

type ReplyParameters = readonly (readonly [name: string, value: string])[];

/** Unverified: that `id_token` comes before `access_token`. @see OpenID Connect Core 1.0 §3.2.2.5 */
export function listSuccess(
  { code, idToken, accessToken, scopes }: IssuedTokens,
  { state }: ReplyAddress,
): ReplyParameters {
  return listDefined({
    code,
    id_token: idToken,
    access_token: accessToken?.token,
    token_type: accessToken && "Bearer",
    expires_in: accessToken && String(accessToken.expiresInSeconds),
    scope: accessToken && scopes.join(" "),
    state,
  });
}

/** @see OpenID Connect Core 1.0 §3.2.2.6 */
export function listRefusal(
  { error, description }: Refusal,
  { state }: ReplyAddress,
): ReplyParameters {
  return listDefined({ state, error, error_description: description });
}

function listDefined(values: Readonly<Record<string, string | undefined>>): ReplyParameters {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}
