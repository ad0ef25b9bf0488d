import { html } from "hono/html";

/** Stands at the head of every page of the org, so that nobody takes it for Okta's. */
export const demoMark = html`<p class="mark">Demo org: not Okta</p>`;
