import type { Context } from "hono";
import { html } from "hono/html";
import type { Application } from "../../model/application.ts";
import { findActiveUser } from "../../model/directory.ts";
import { formatFullName } from "../../model/user.ts";
import { listRedirectUris } from "../../rules/authorize/redirect-uris.ts";
import { describeAddress, findAppUrl } from "../pages/app-address.ts";
import { sendPage } from "../pages/page.ts";
import { loadSession } from "../sessions/sessions.ts";
import type { Org } from "../state/org.ts";

export async function handleHome(c: Context, org: Org): Promise<Response> {
  const { baseUrl } = org;
  const configuration = await org.loadConfiguration();
  const apps = configuration.applications.filter(({ status }) => status === "ACTIVE");
  const servers = configuration.customServers.filter(({ status }) => status === "ACTIVE");
  const issuers = [baseUrl, ...servers.map(({ id }) => `${baseUrl}/oauth2/${id}`)];
  const session = await loadSession(c, org);
  const user = session && findActiveUser(configuration, session.userId);
  return sendPage(c, {
    title: "Demo org",
    body: html`<h1>Demo org</h1>
<p class="soft">A stand-in for an Okta org, for learning and for tests. It has no real accounts.</p>
${
  user
    ? html`<p>Signed in as <bdi>${formatFullName(user.profile)}</bdi>. <a href="${baseUrl}/login/signout">Sign out</a></p>`
    : html`<p>No one is signed in.</p>`
}
<dl>
<dt>Okta domain</dt><dd><code>${baseUrl}</code></dd>
<dt>Authorization servers</dt>${issuers.map(
      (issuer) =>
        html`<dd><a href="${issuer}/.well-known/openid-configuration"><code>${issuer}</code></a></dd>`,
    )}
</dl>
${apps.length === 0 ? html`<p>This org has no active apps.</p>` : apps.map((app) => renderApp(app, org))}`,
  });
}

function renderApp(application: Application, org: Org) {
  const redirectUris = listRedirectUris(application, org);
  const appUrl = redirectUris.map(findAppUrl).find((url) => url !== undefined);
  return html`<h2><bdi>${application.label}</bdi></h2>
<dl>
<dt>Client ID</dt><dd><code>${application.credentials.oauthClient.client_id}</code></dd>
<dt>Registered sign-in redirect URIs</dt>${
    redirectUris.length > 0
      ? redirectUris.map((uri) => html`<dd><code>${uri}</code></dd>`)
      : html`<dd>None</dd>`
  }
</dl>
${appUrl === undefined ? "" : html`<p><a href="${appUrl}">Open ${describeAddress(appUrl)}</a></p>`}`;
}
