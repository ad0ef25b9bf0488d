import type { Application } from "../../../model/application.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import { listRedirectUris, listSignOutUris } from "../../../rules/authorize/redirect-uris.ts";
import type { Org } from "../../state/org.ts";
import { link } from "../link.ts";
import type { ManagementRequest } from "../management-request.ts";

/** At Okta, this ID is the same for every OpenID Connect app. */
const linkId = "aln177a159h7Zf52X0g8";

const defaultLogo =
  "https://op3static2.oktacdn.com/assets/img/logos/default.6770228fb0dab49a1695ef440a5279bb.png";

const userNameTemplate = { template: `\${source.login}`, type: "BUILT_IN" };

/** Leaves out the client secret. @see Okta: Applications API; okta/terraform-provider-okta: recorded responses */
export async function renderApp(
  application: Application,
  { org, configuration: { orgId } }: Pick<ManagementRequest, "org" | "configuration">,
) {
  const [{ kid }] = await org.loadSigningKeys();
  const { id, label, status, credentials, settings, profile } = application;
  const { created = defaultCreatedAt, lastUpdated = created } = application;
  const { oauthClient, ...appSettings } = settings;
  const { client_id, token_endpoint_auth_method, pkce_required } = credentials.oauthClient;
  return {
    id,
    orn: `orn:okta:idp:${orgId}:apps:oidc_client:${id}`,
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
      signing: { kid },
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
      emOptInStatus: "NONE",
      ...appSettings,
      notifications: renderNotifications(appSettings.notifications),
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
    ...(Object.keys(profile).length > 0 && { profile }),
    _links: linkApp(org, application),
  };
}

export async function renderAppWithSecret(application: Application, request: ManagementRequest) {
  const app = await renderApp(application, request);
  const { client_secret } = application.credentials.oauthClient;
  const oauthClient = { ...app.credentials.oauthClient, client_secret };
  return { ...app, credentials: { ...app.credentials, oauthClient } };
}

function renderNotifications({ vpn, ...others }: Readonly<Record<string, unknown>> = {}) {
  const common = { network: { connection: "DISABLED" }, message: null, helpUrl: null };
  return { vpn: { ...common, ...(typeof vpn === "object" && vpn) }, ...others };
}

/** Leaves out Okta's links to access and enrollment policies, because the org doesn't have such policies. */
function linkApp({ baseUrl }: Pick<Org, "baseUrl">, { id, status }: Application) {
  const self = `${baseUrl}/api/v1/apps/${id}`;
  const lifecycle = status === "ACTIVE" ? "deactivate" : "activate";
  return {
    uploadLogo: link(`${self}/logo`, "POST"),
    appLinks: [
      {
        name: "oidc_client_link",
        href: `${baseUrl}/home/oidc_client/${id}/${linkId}`,
        type: "text/html",
      },
    ],
    policies: link(`${self}/policies`, "PUT"),
    groups: { href: `${self}/groups` },
    logo: [{ name: "medium", href: defaultLogo, type: "image/png" }],
    clientCredentials: [{ name: "secrets", href: `${self}/credentials/secrets` }],
    users: { href: `${self}/users` },
    [lifecycle]: { href: `${self}/lifecycle/${lifecycle}` },
  };
}
