import type { Application } from "../../model/application.ts";
import type { Configuration } from "../../model/configuration.ts";
import { seedConfiguration } from "../../seed/configuration.ts";

/** For tests: the apps that the client libraries use. */
export const redirectUri = "https://app.example/callback";
export const signedOutUri = "https://app.example/signed-out";
export const secret = "a-secret-that-only-the-server-side-knows";

/** The guide's app, without a secret. In addition to implicit, it can use codes with PKCE and refresh tokens. */
export const browserClientId = "0oaoiuhhch8VRtBnC0h7";
export const webClientId = "0oawebAppDemoOrg00h7";
export const serviceClientId = "0oaserviceAppDemo0h7";
export const serviceScope = "reports";

const grantTypes = ["implicit", "authorization_code", "refresh_token", "client_credentials"];

type Client = Application["credentials"]["oauthClient"];
type Settings = Application["settings"]["oauthClient"];

/** The seeded org with these apps, and an access policy that allows their flows. */
export function configureClients(): Configuration {
  const configuration = structuredClone(seedConfiguration);
  const [seeded] = configuration.applications;
  if (!seeded) throw new Error("The org starts with an app");
  const confidential: Partial<Client> = {
    client_secret: secret,
    token_endpoint_auth_method: "client_secret_basic",
    pkce_required: false,
  };
  configuration.applications = [
    change(seeded, browserClientId, {
      grant_types: ["implicit", "authorization_code", "refresh_token"],
    }),
    change(
      seeded,
      webClientId,
      { application_type: "web", grant_types: ["authorization_code", "refresh_token"] },
      confidential,
    ),
    change(
      seeded,
      serviceClientId,
      {
        application_type: "service",
        grant_types: ["client_credentials"],
        response_types: ["token"],
        redirect_uris: [],
      },
      confidential,
    ),
  ];
  for (const { scopes, policies } of configuration.customServers) {
    scopes.push({
      id: "scpreportsDemoOrg0h7",
      name: serviceScope,
      system: false,
      metadataPublish: "NO_CLIENTS",
      default: false,
    });
    for (const { rules } of policies)
      for (const { conditions } of rules) conditions.grantTypes.include = grantTypes;
  }
  return configuration;
}

function change(
  application: Application,
  id: string,
  settings: Partial<Settings>,
  client: Partial<Client> = {},
): Application {
  const changed = structuredClone(application);
  Object.assign(changed, { id });
  Object.assign(changed.credentials.oauthClient, { client_id: id, ...client });
  Object.assign(changed.settings.oauthClient, {
    response_types: ["code", "id_token", "token"],
    redirect_uris: [redirectUri],
    post_logout_redirect_uris: [signedOutUri],
    ...settings,
  });
  return changed;
}
