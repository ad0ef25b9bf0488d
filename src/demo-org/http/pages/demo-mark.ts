import { html } from "hono/html";

/** First on every page, so that nobody takes it for a real Okta org. */
export const demoMark = html`<p class="mark">Demo org, not Okta</p>`;
