import type { Application } from "../api/okta-objects.ts";
import { parseLines, writeLines } from "./lines.ts";

export type GeneralSettings = {
  readonly label: string;
  /** A `token_endpoint_auth_method`, possibly one that the form doesn't offer. */
  readonly authentication: string;
  readonly requiresPkce: boolean;
  readonly grantTypes: readonly string[];
  readonly allowsImplicitIdToken: boolean;
  readonly allowsImplicitAccessToken: boolean;
  readonly redirectUris: string;
  readonly signOutUris: string;
  readonly usesFederationBroker: boolean;
};

const clientAuthentications = [
  { value: "none", label: "None" },
  { value: "client_secret_basic", label: "Client secret in the Authorization header" },
  { value: "client_secret_post", label: "Client secret in the request body" },
] as const;

/** The options of the form. An unknown method of the app is added under its API name. */
export function listClientAuthentications(method: string) {
  const isKnown = clientAuthentications.some(({ value }) => value === method);
  return isKnown
    ? clientAuthentications
    : [...clientAuthentications, { value: method, label: method }];
}

export function toGeneralSettings({ label, credentials, settings }: Application): GeneralSettings {
  const { token_endpoint_auth_method: method, pkce_required } = credentials.oauthClient;
  const { grant_types, response_types, redirect_uris, post_logout_redirect_uris } =
    settings.oauthClient;
  return {
    label,
    authentication: method,
    requiresPkce: pkce_required,
    grantTypes: grant_types,
    allowsImplicitIdToken: response_types.includes("id_token"),
    allowsImplicitAccessToken: response_types.includes("token"),
    redirectUris: writeLines(redirect_uris),
    signOutUris: writeLines(post_logout_redirect_uris),
    usesFederationBroker: settings.implicitAssignment,
  };
}

/** Response types follow from the grant types and the two implicit checkboxes. @see Okta: Implement the implicit flow */
export function applyGeneralSettings(
  application: Application,
  settings: GeneralSettings,
): Application {
  const uses = (grantType: string) => settings.grantTypes.includes(grantType);
  const responseTypes = [
    uses("authorization_code") && "code",
    uses("implicit") && settings.allowsImplicitIdToken && "id_token",
    (uses("implicit") ? settings.allowsImplicitAccessToken : uses("client_credentials")) && "token",
  ].filter((type) => type !== false);
  return {
    ...application,
    label: settings.label,
    credentials: {
      ...application.credentials,
      oauthClient: {
        ...application.credentials.oauthClient,
        token_endpoint_auth_method: settings.authentication,
        pkce_required: settings.requiresPkce,
      },
    },
    settings: {
      ...application.settings,
      implicitAssignment: settings.usesFederationBroker,
      oauthClient: {
        ...application.settings.oauthClient,
        grant_types: [...settings.grantTypes],
        response_types: responseTypes,
        redirect_uris: [...parseLines(settings.redirectUris)],
        post_logout_redirect_uris: [...parseLines(settings.signOutUris)],
      },
    },
  };
}
