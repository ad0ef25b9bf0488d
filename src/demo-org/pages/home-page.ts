import { html } from "hono/html";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";

/** What the org says of itself to whoever opens its address. */
type Home = {
  readonly baseUrl: string;
  readonly clientIds: readonly string[];
  readonly issuers: readonly string[];
  readonly redirectUris: readonly string[];
  /** The name of whoever is signed in. */
  readonly signedIn: string | undefined;
};

/** The page at the org's own address. */
export function renderHomePage({
  baseUrl,
  clientIds,
  issuers,
  redirectUris,
  signedIn,
}: Home): Page {
  return {
    ...plainPage,
    title: "Demo org",
    body: html`<main>
${demoMark}
<h1>Demo org</h1>
<p>A stand-in for an Okta org, for learning and for tests. It holds no real accounts.</p>
<dl>
<dt>Okta domain</dt><dd><code>${baseUrl}</code></dd>
<dt>Client ID</dt>${renderValues(clientIds)}
<dt>Authorization servers</dt>${issuers.map(
      (issuer) => html`<dd><a href="${issuer}/.well-known/openid-configuration">${issuer}</a></dd>`,
    )}
<dt>Registered redirect URIs</dt>${renderValues(redirectUris)}
</dl>
${
  signedIn === undefined
    ? html`<p>Nobody is signed in.</p>`
    : html`<p>Signed in: <bdi>${signedIn}</bdi>. <a href="${baseUrl}/login/signout">Sign out</a></p>`
}
</main>`,
  };
}

function renderValues(values: readonly string[]) {
  return values.length > 0
    ? values.map((value) => html`<dd><code>${value}</code></dd>`)
    : html`<dd>None</dd>`;
}
