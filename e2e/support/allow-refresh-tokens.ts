import { type Application, Client, type OpenIdConnectApplication } from "@okta/okta-sdk-nodejs";

/** Allows refresh tokens for an app of a demo org, with Okta's SDK. */
export async function allowRefreshTokens(orgUrl: string, appId: string): Promise<void> {
  const { applicationApi } = new Client({
    orgUrl,
    token: "demo-api-token",
    cacheMiddleware: null,
  });
  const application = await applicationApi.getApplication({ appId });
  if (!isOpenIdConnect(application) || !application.settings.oauthClient)
    throw new Error("An app without OpenID Connect settings");
  application.settings.oauthClient.grant_types = [
    "implicit",
    "authorization_code",
    "refresh_token",
  ];
  await applicationApi.replaceApplication({ appId, application });
}

function isOpenIdConnect(application: Application): application is OpenIdConnectApplication {
  return application.signOnMode === "OPENID_CONNECT";
}
