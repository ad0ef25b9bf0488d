import type { ApiCall } from "../api/api-call.ts";
import type { Application } from "../api/okta-objects.ts";
import { takeWritable } from "../api/writable.ts";

/** @see Okta: Applications API */
const base = "/api/v1/apps";

export const applicationsPath = `${base}?limit=200`;

/** Steps to an app's pages in the Admin Console. Until August 2026 the menu was called Applications. */
export const buildConsolePath = (...steps: readonly string[]) => [
  "Applications and Resources",
  "Applications",
  ...steps,
];

/** Path of one app. */
export const buildApplicationPath = (id: string) => `${base}/${encodeURIComponent(id)}`;

/** The application types in the console's wizard, with the defaults that it sets. */
export const applicationKinds = {
  browser: {
    name: "Single-Page Application",
    grantTypes: ["authorization_code"],
    authentication: "none",
  },
  web: {
    name: "Web Application",
    grantTypes: ["authorization_code"],
    authentication: "client_secret_basic",
  },
  native: {
    name: "Native Application",
    grantTypes: ["authorization_code"],
    authentication: "none",
  },
  service: {
    name: "API Services",
    grantTypes: ["client_credentials"],
    authentication: "client_secret_basic",
  },
} as const;

export type ApplicationKind = keyof typeof applicationKinds;

type NewApplication = {
  readonly label: string;
  readonly kind: ApplicationKind;
  readonly redirectUris: readonly string[];
};

/** @see Okta: Applications API, "Create an application" */
export function addApplication({ label, kind, redirectUris }: NewApplication): ApiCall {
  const { grantTypes, authentication } = applicationKinds[kind];
  return {
    method: "POST",
    path: base,
    body: {
      name: "oidc_client",
      label,
      signOnMode: "OPENID_CONNECT",
      credentials: {
        oauthClient: {
          token_endpoint_auth_method: authentication,
          pkce_required: authentication === "none",
        },
      },
      settings: {
        oauthClient: {
          application_type: kind,
          grant_types: grantTypes,
          response_types: kind === "service" ? ["token"] : ["code"],
          // The field is hidden for services, but may hold input from before the type changed.
          redirect_uris: kind === "service" ? [] : redirectUris,
        },
      },
    },
  };
}

/** Sends the whole app, because a PUT removes what it leaves out. */
export function replaceApplication(application: Application, changed: Application): ApiCall {
  return {
    method: "PUT",
    path: buildApplicationPath(application.id),
    body: takeWritable(changed, "status"),
  };
}

/** Only for inactive apps. @see Okta: Applications API, "Delete an application" */
export function deleteApplication(id: string): ApiCall {
  return { method: "DELETE", path: buildApplicationPath(id) };
}
