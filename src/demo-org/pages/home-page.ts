import { html } from "hono/html";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";

/** An app that may send people here. */
type HomeApp = {
  readonly label: string;
  readonly clientId: string;
  readonly redirectUris: readonly string[];
};

/** What the org says of itself to whoever opens its address. */
type Home = {
  readonly baseUrl: string;
  readonly issuers: readonly string[];
  readonly apps: readonly HomeApp[];
  /** The name of whoever is signed in. */
  readonly signedIn: string | undefined;
};

/** The page at the org's own address. */
export function renderHomePage({ baseUrl, issuers, apps, signedIn }: Home): Page {
  return {
    ...plainPage,
    title: "Demo org",
    body: html`<main>
${demoMark}
<h1>Demo org</h1>
<p>A stand-in for an Okta org, for learning and for tests. It holds no real accounts.</p>
${
  signedIn === undefined
    ? html`<p>Nobody is signed in.</p>`
    : html`<p>Signed in: <bdi>${signedIn}</bdi>. <a href="${baseUrl}/login/signout">Sign out</a></p>`
}
<dl>
<dt>Okta domain</dt><dd><code>${baseUrl}</code></dd>
<dt>Authorization servers</dt>${issuers.map(
      (issuer) =>
        html`<dd><a href="${issuer}/.well-known/openid-configuration"><code>${issuer}</code></a></dd>`,
    )}
</dl>
${apps.length === 0 ? html`<p>No app may send people here.</p>` : apps.map(renderApp)}
</main>`,
  };
}

function renderApp({ label, clientId, redirectUris }: HomeApp) {
  return html`<h2><bdi>${label}</bdi></h2>
<dl>
<dt>Client ID</dt>${renderValues([clientId])}
<dt>Registered redirect URIs</dt>${renderValues(redirectUris)}
</dl>`;
}

function renderValues(values: readonly string[]) {
  return values.length > 0
    ? values.map((value) => html`<dd><code>${value}</code></dd>`)
    : html`<dd>None</dd>`;
}
