import { html } from "hono/html";
import type { OAuthError } from "../authorize/validate.ts";
import { renderPage } from "./layout.ts";

/** An authorization error that must not be redirected, for whoever is at the other end cannot be trusted. */
export function renderBadRequest(
  { error, description }: OAuthError,
  homeUrl: string,
): Promise<Response> {
  return renderPage({
    title: "400 Bad Request",
    status: 400,
    body: html`<h1>400 Bad Request</h1>
      <p class="soft">Your request resulted in an error, and cannot be answered to the app that sent it.</p>
      <dl>
        <dt>Error Code</dt>
        <dd><code>${error}</code></dd>
        <dt>Description</dt>
        <dd>${description}</dd>
      </dl>
      <p><a href="${homeUrl}">Back to the app</a></p>`,
  });
}

/** A short message under a heading, for the few other pages that the org has. */
export function renderMessage(title: string, message: string, status = 200): Promise<Response> {
  return renderPage({
    title,
    status,
    body: html`<h1>${title}</h1>
      <p>${message}</p>`,
  });
}
