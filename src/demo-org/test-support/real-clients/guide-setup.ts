import { createApp, type createSdk } from "./okta-sdk.ts";
import { redirectUri } from "./registered-clients.ts";

type Sdk = ReturnType<typeof createSdk>;

/** For tests: the prerequisites of the groups claim guides, created with Okta's SDK only. */
export type GuideSetup = {
  readonly appId: string;
  readonly serverId: string;
  readonly issuer: string;
  readonly userId: string;
  readonly login: string;
  readonly groupId: string;
};

/**
 * Creates an app with the implicit flow, a custom server with a `groups` scope and an open policy, and a user in
 * Everyone and IT who is assigned to the app.
 */
export async function setUpForGuides(sdk: Sdk): Promise<GuideSetup> {
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

async function createServer({
  authorizationServerApi: api,
}: Sdk): Promise<Pick<GuideSetup, "serverId" | "issuer">> {
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
