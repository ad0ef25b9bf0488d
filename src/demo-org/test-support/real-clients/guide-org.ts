// biome-ignore lint/style/noRestrictedImports: these tests use Okta's own client.
import type { OAuth2Claim } from "@okta/okta-sdk-nodejs";
import { createApp, createSdk } from "./okta-sdk.ts";
import { redirectUri } from "./registered-clients.ts";
import { serveOrg } from "./served-org.ts";

type Sdk = ReturnType<typeof createSdk>;

export type GuideOrg = Awaited<ReturnType<typeof startGuideOrg>>;

export const nonce = "myNonceValue";

/** For tests: starts an org, and sets up the prerequisites of the groups claim guides with Okta's SDK. */
export async function startGuideOrg() {
  const { url, openBrowser, close } = await serveOrg();
  const sdk = createSdk(url);
  const guide = await setUpForGuides(sdk);
  return {
    ...guide,
    url,
    sdk,
    /**
     * Sends a guide's authorization request, as the guide's user by default.
     *
     * @param endpoints The URL before `/v1/authorize`.
     * @returns The response's parameters.
     */
    ask: async (
      endpoints: string,
      responseType: "id_token" | "token",
      scope = "openid groups",
      login = guide.login,
    ): Promise<Record<string, string>> => {
      const request = new URL(`${endpoints}/v1/authorize`);
      request.search = new URLSearchParams({
        client_id: guide.appId,
        response_type: responseType,
        scope,
        redirect_uri: redirectUri,
        state: "myState",
        nonce,
      }).toString();
      const { hash } = await openBrowser().authorize(request, login);
      return Object.fromEntries(new URLSearchParams(hash.slice(1)));
    },
    /** Adds a claim to the custom server. Default: an expression, in access tokens, for any scope. */
    addClaim: (claim: OAuth2Claim) =>
      sdk.authorizationServerApi.createOAuth2Claim({
        authServerId: guide.serverId,
        oAuth2Claim: {
          status: "ACTIVE",
          claimType: "RESOURCE",
          valueType: "EXPRESSION",
          alwaysIncludeInToken: true,
          ...claim,
        },
      }),
    close,
  };
}

/**
 * Creates an app with the implicit flow, a custom server with a `groups` scope and an open policy, and a user in
 * Everyone and IT who is assigned to the app.
 */
async function setUpForGuides(sdk: Sdk) {
  const groupId = await findGroup(sdk, "IT");
  const login = "juser@example.com";
  const { id: userId = "" } = await sdk.userApi.createUser({
    body: {
      profile: { login, email: login, firstName: "Joe", lastName: "User" },
      credentials: { password: { value: "demo-password" } },
      groupIds: [groupId],
    },
  });
  const { id: appId = "" } = await createApp(sdk, {
    label: "oauth2 client app 1",
    credentials: { oauthClient: { token_endpoint_auth_method: "none" } },
    settings: {
      oauthClient: {
        application_type: "browser",
        grant_types: ["implicit"],
        response_types: ["id_token", "token"],
        redirect_uris: [redirectUri],
      },
    },
  });
  await sdk.applicationApi.assignUserToApplication({ appId, appUser: { id: userId } });
  return { appId, ...(await createServer(sdk)), userId, login, groupId };
}

async function findGroup({ groupApi }: Sdk, name: string): Promise<string> {
  const { value } = await (await groupApi.listGroups({ q: name })).next();
  if (!value?.id) throw new Error(`No group ${name}`);
  return value.id;
}

async function createServer({ authorizationServerApi: api }: Sdk) {
  const { id: authServerId = "", issuer = "" } = await api.createAuthorizationServer({
    authorizationServer: {
      name: "guides",
      description: "For the guides",
      audiences: ["api://default"],
    },
  });
  await api.createOAuth2Scope({
    authServerId,
    oAuth2Scope: { name: "groups", displayName: "groups", metadataPublish: "ALL_CLIENTS" },
  });
  const { id: policyId = "" } = await api.createAuthorizationServerPolicy({
    authServerId,
    policy: {
      type: "OAUTH_AUTHORIZATION_POLICY",
      name: "All apps",
      description: "All of them",
      priority: 1,
      conditions: { clients: { include: ["ALL_CLIENTS"] } },
    },
  });
  await api.createAuthorizationServerPolicyRule({
    authServerId,
    policyId,
    policyRule: {
      type: "RESOURCE_ACCESS",
      name: "Any grant, any scope",
      priority: 1,
      conditions: {
        people: { groups: { include: ["EVERYONE"] } },
        grantTypes: { include: ["implicit", "client_credentials"] },
        scopes: { include: ["*"] },
      },
      actions: { token: { accessTokenLifetimeMinutes: 60 } },
    },
  });
  return { serverId: authServerId, issuer };
}
