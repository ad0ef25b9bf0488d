import { html } from "hono/html";
import { describeAddress, findAppUrl } from "./app-address.ts";
import { demoMark } from "./demo-mark.ts";
import { type Page, plainPage } from "./page.ts";

type HomeApp = {
  readonly label: string;
  readonly clientId: string;
  readonly redirectUris: readonly string[];
};

type Home = {
  readonly baseUrl: string;
  readonly issuers: readonly string[];
  readonly apps: readonly HomeApp[];
  readonly signedIn: string | undefined;
};

export function renderHomePage({ baseUrl, issuers, apps, signedIn }: Home): Page {
  return {
    ...plainPage,
    title: "Demo org",
    body: html`<main>
${demoMark}
<h1>Demo org</h1>
<p class="soft">A stand-in for an Okta org, for learning and for tests. It has no real accounts.</p>
${
  signedIn === undefined
    ? html`<p>No one is signed in.</p>`
    : html`<p>Signed in as <bdi>${signedIn}</bdi>. <a href="${baseUrl}/login/signout">Sign out</a></p>`
}
<dl>
<dt>Okta domain</dt><dd><code>${baseUrl}</code></dd>
<dt>Authorization servers</dt>${issuers.map(
      (issuer) =>
        html`<dd><a href="${issuer}/.well-known/openid-configuration"><code>${issuer}</code></a></dd>`,
    )}
</dl>
${apps.length === 0 ? html`<p>This org has no active apps.</p>` : apps.map(renderApp)}
</main>`,
  };
}

function renderApp({ label, clientId, redirectUris }: HomeApp) {
  const appUrl = redirectUris.map(findAppUrl).find((url) => url !== undefined);
  return html`<h2><bdi>${label}</bdi></h2>
<dl>
<dt>Client ID</dt>${renderValues([clientId])}
<dt>Registered sign-in redirect URIs</dt>${renderValues(redirectUris)}
</dl>
${appUrl === undefined ? "" : html`<p><a href="${appUrl}">Open ${describeAddress(appUrl)}</a></p>`}`;
}

function renderValues(values: readonly string[]) {
  return values.length > 0
    ? values.map((value) => html`<dd><code>${value}</code></dd>`)
    : html`<dd>None</dd>`;
}
