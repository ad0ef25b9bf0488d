import { listRedirectUris, listSignOutUris } from "../../authorize/redirect-uris.ts";
import type { Application } from "../../model/application.ts";
import { firstDay } from "../../model/first-day.ts";
import type { Org } from "../../org.ts";
import { appsPath } from "./find-app.ts";

/** From where an app's people get their username there, in the words of Okta's mappings. */
const userNameTemplate = { template: `\${source.login}`, type: "BUILT_IN" };

/**
 * An app as the API shows it: with every redirect URI, those that the org's start brings along included, and without
 * its secret.
 *
 * @see Okta: Applications API, the OpenIdConnectApplication object
 */
export function renderApp(org: Pick<Org, "baseUrl" | "redirectUris">, application: Application) {
  const { id, label, status, credentials, settings, profile } = application;
  const { created = firstDay, lastUpdated = created } = application;
  const { oauthClient, ...appSettings } = settings;
  const { client_id, token_endpoint_auth_method, pkce_required } = credentials.oauthClient;
  return {
    id,
    name: "oidc_client",
    label,
    status,
    lastUpdated,
    created,
    accessibility: {
      selfService: false,
      errorRedirectUrl: null,
      loginRedirectUrl: null,
      ...application.accessibility,
    },
    visibility: {
      autoLaunch: false,
      autoSubmitToolbar: false,
      hide: { iOS: true, web: true },
      appLinks: { oidc_client_link: true },
      ...application.visibility,
    },
    features: [],
    signOnMode: "OPENID_CONNECT",
    credentials: {
      userNameTemplate,
      oauthClient: {
        autoKeyRotation: credentials.oauthClient.autoKeyRotation ?? true,
        client_id,
        token_endpoint_auth_method,
        pkce_required,
      },
    },
    settings: {
      app: {},
      manualProvisioning: false,
      implicitAssignment: false,
      ...appSettings,
      notes: { admin: null, enduser: null, ...appSettings.notes },
      oauthClient: {
        client_uri: null,
        logo_uri: null,
        consent_method: "TRUSTED",
        issuer_mode: "ORG_URL",
        idp_initiated_login: { mode: "DISABLED", default_scope: [] },
        wildcard_redirect: "DISABLED",
        dpop_bound_access_tokens: false,
        participate_slo: false,
        ...oauthClient,
        redirect_uris: listRedirectUris(application, org),
        post_logout_redirect_uris: listSignOutUris(application, org),
      },
    },
    profile,
    _links: linkApp(org, application),
  };
}

/** The same with the secret of a client that has one, as whoever has just made or changed the app is shown it. */
export function renderAppWithSecret(
  org: Pick<Org, "baseUrl" | "redirectUris">,
  application: Application,
) {
  const app = renderApp(org, application);
  const { client_secret } = application.credentials.oauthClient;
  if (client_secret === undefined) return app;
  const oauthClient = { ...app.credentials.oauthClient, client_secret };
  return { ...app, credentials: { ...app.credentials, oauthClient } };
}

function linkApp({ baseUrl }: Pick<Org, "baseUrl">, { id, status }: Application) {
  const self = `${baseUrl}${appsPath}/${id}`;
  const lifecycle = status === "ACTIVE" ? "deactivate" : "activate";
  return {
    self: { href: self },
    users: { href: `${self}/users` },
    groups: { href: `${self}/groups` },
    [lifecycle]: { href: `${self}/lifecycle/${lifecycle}` },
  };
}
