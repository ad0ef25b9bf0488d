import { type Application, Client, type OpenIdConnectApplication } from "@okta/okta-sdk-nodejs";

const grantTypes = ["implicit", "authorization_code", "refresh_token"] as const;

/** Allows codes and refresh tokens for an app and the custom server of a demo org, with Okta's SDK. */
export async function allowCodeFlow(orgUrl: string, appId: string): Promise<void> {
  const { applicationApi, authorizationServerApi } = new Client({
    orgUrl,
    token: "demo-api-token",
    cacheMiddleware: null,
  });

  const application = await applicationApi.getApplication({ appId });
  if (!isOpenIdConnect(application) || !application.settings.oauthClient)
    throw new Error("An app without OpenID Connect settings");
  application.settings.oauthClient.grant_types = [...grantTypes];
  application.settings.oauthClient.response_types = ["code", "id_token", "token"];
  await applicationApi.replaceApplication({ appId, application });

  const authServerId = "default";
  await authorizationServerApi.createAuthorizationServerPolicyRule({
    authServerId,
    policyId: await findPolicy(authorizationServerApi, authServerId),
    policyRule: {
      type: "RESOURCE_ACCESS",
      name: "Codes, any scope",
      conditions: {
        people: { groups: { include: ["EVERYONE"] } },
        grantTypes: { include: [...grantTypes] },
        scopes: { include: ["*"] },
      },
      actions: { token: { accessTokenLifetimeMinutes: 60 } },
    },
  });
}

function isOpenIdConnect(application: Application): application is OpenIdConnectApplication {
  return application.signOnMode === "OPENID_CONNECT";
}

async function findPolicy(
  api: Client["authorizationServerApi"],
  authServerId: string,
): Promise<string> {
  const policies = await api.listAuthorizationServerPolicies({ authServerId });
  const { value } = await policies.next();
  if (!value?.id) throw new Error("A server without an access policy");
  return value.id;
}
