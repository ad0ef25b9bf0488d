import { describe, expect, test } from "vitest";
import { clientId, createTestOrg, redirectUri } from "../../../test-support/test-org.ts";
import { callApi } from "../test-api-client.ts";
import { changeApp, createApp, labelsOf, parseApp, webApp } from "./test-app-client.ts";

const it = "00goeudyucv6CcaeV0h7";
const ingrid = "00uixa271s6x7qt8I0h7";

describe("an app", () => {
  test("is returned in the shape of Okta's OpenIdConnectApplication object", async () => {
    const { status, body } = await callApi(await createTestOrg(), "GET", `/apps/${clientId}`);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: clientId,
      name: "oidc_client",
      label: "Okta Groups Explorer",
      status: "ACTIVE",
      signOnMode: "OPENID_CONNECT",
      credentials: {
        oauthClient: {
          client_id: clientId,
          token_endpoint_auth_method: "none",
          pkce_required: true,
        },
      },
      settings: {
        implicitAssignment: false,
        oauthClient: {
          application_type: "browser",
          grant_types: ["authorization_code", "implicit"],
          response_types: ["code", "id_token", "token"],
          redirect_uris: [redirectUri],
          post_logout_redirect_uris: [redirectUri],
          consent_method: "TRUSTED",
          wildcard_redirect: "DISABLED",
        },
      },
      _links: {
        users: { href: `https://org.example/api/v1/apps/${clientId}/users` },
        deactivate: { href: `https://org.example/api/v1/apps/${clientId}/lifecycle/deactivate` },
      },
    });
    expect(body).not.toHaveProperty("profile");
  });

  test("has the members that recorded responses have", async () => {
    const org = await createTestOrg();
    const shown = parseApp(await callApi(org, "GET", `/apps/${clientId}`));
    const keys = await callApi(org, "GET", "/authorizationServers/default/credentials/keys");
    const kid = Array.isArray(keys.body) ? keys.body[0].kid : undefined;

    expect(shown).toMatchObject({
      orn: `orn:okta:idp:00oixa26ycdNcX0VT0h7:apps:oidc_client:${clientId}`,
      credentials: { signing: { kid } },
      settings: {
        notifications: {
          vpn: { network: { connection: "DISABLED" }, message: null, helpUrl: null },
        },
        emOptInStatus: "NONE",
      },
    });
    const message = "Use the VPN";
    const notifications = { vpn: { network: { connection: "DISABLED" }, message } };
    const changed = await changeApp(org, (app) => ({
      ...app,
      settings: { ...app.settings, notifications },
    }));
    expect(parseApp(changed).settings).toMatchObject({
      notifications: { vpn: { message, helpUrl: null } },
    });
  });

  test("can be created from a recorded response of a real org", async () => {
    const app = {
      ...webApp,
      orn: "orn:oktapreview:idp:00oother:apps:oidc_client:0oaother",
      status: "ACTIVE",
      features: [],
      universalLogout: { status: "DISABLED", supportType: "FULL", identityStack: "NOT_SHARED" },
      credentials: {
        userNameTemplate: { template: `\${source.login}`, type: "BUILT_IN" },
        signing: { kid: "another-key" },
        oauthClient: { autoKeyRotation: true, token_endpoint_auth_method: "client_secret_basic" },
      },
    };
    const { id, credentials } = parseApp(
      await callApi(await createTestOrg(), "POST", "/apps", app),
    );
    expect(id).not.toBe("0oaother");
    expect(credentials).not.toHaveProperty("signing.kid", "another-key");
  });

  test.each(["0oanothing", "__proto__"])("is not found as %s", async (id) => {
    expect(await callApi(await createTestOrg(), "GET", `/apps/${id}`)).toMatchObject({
      status: 404,
      body: {
        errorCode: "E0000007",
        errorSummary: `Not found: Resource not found: ${id} (AppInstance)`,
      },
    });
  });

  test("is unchanged by a PUT of the API's own response", async () => {
    const org = await createTestOrg();
    const before = await callApi(org, "GET", `/apps/${clientId}`);
    const { status } = await changeApp(org, (shown) => shown);
    const after = await callApi(org, "GET", `/apps/${clientId}`);

    expect(status).toBe(200);
    expect(after.body).toStrictEqual({
      ...parseApp(before),
      lastUpdated: "2026-01-01T00:00:00.000Z",
    });
  });
});

describe("an app's lifecycle", () => {
  test("can be deleted only when inactive", async () => {
    const org = await createTestOrg();
    const tooEarly = await callApi(org, "DELETE", `/apps/${clientId}`);
    const deactivated = await callApi(org, "POST", `/apps/${clientId}/lifecycle/deactivate`);
    const refused = await org.openBrowser().authorize();
    const deleted = await callApi(org, "DELETE", `/apps/${clientId}`);

    expect(tooEarly).toMatchObject({
      status: 403,
      body: { errorCode: "E0000056", errorSummary: "Delete application forbidden." },
    });
    expect(deactivated).toMatchObject({ status: 200, body: {} });
    expect(refused.status).toBe(400);
    expect(deleted).toMatchObject({ status: 204, body: undefined });
    expect((await callApi(org, "GET", `/apps/${clientId}`)).status).toBe(404);
  });

  test("can be used again after reactivation", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", `/apps/${clientId}/lifecycle/deactivate`);
    await callApi(org, "POST", `/apps/${clientId}/lifecycle/activate`);

    expect((await org.openBrowser().authorize()).status).toBe(200);
  });
});

describe("the list of apps", () => {
  test("can be searched by the start of labels, and filtered by status, user and group", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", "/apps?activate=false", webApp);
    const list = async (query: string) => labelsOf(await callApi(org, "GET", `/apps?${query}`));

    expect(await list("")).toStrictEqual(["Okta Groups Explorer", "Intranet"]);
    expect(await list("q=intra")).toStrictEqual(["Intranet"]);
    expect(await list('filter=status eq "INACTIVE"')).toStrictEqual(["Intranet"]);
    expect(await list(`filter=user.id eq "${ingrid}"`)).toStrictEqual(["Okta Groups Explorer"]);
    expect(await list(`filter=group.id eq "${it}"`)).toStrictEqual([]);
  });

  test("is paged", async () => {
    const org = await createTestOrg();
    await createApp(org);
    const { body, headers } = await callApi(org, "GET", "/apps?limit=1");

    expect(body).toHaveLength(1);
    expect(headers.get("Link")).toContain(`limit=1&after=${clientId}`);
  });
});
