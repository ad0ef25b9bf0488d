import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../../seed/configuration.ts";
import { callAsClient } from "../../../test-support/client-calls.ts";
import {
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  redirectUri,
} from "../../../test-support/test-org.ts";
import { callApi, parseCauses } from "../test-api-client.ts";
import { changeApp, changeClient, createApp, parseApp, webApp } from "./test-app-client.ts";

const it = "00goeudyucv6CcaeV0h7";
const person = "it.user@example.com";

describe("a new app", () => {
  test("gets an ID, a secret that is returned only once, and Okta's defaults", async () => {
    const org = await createTestOrg();
    const created = await createApp(org);
    const { id, credentials } = parseApp(created);
    const shown = parseApp(await callApi(org, "GET", `/apps/${id}`));

    expect(created).toMatchObject({ status: 200, body: { label: "Intranet", status: "ACTIVE" } });
    expect(id).toMatch(/^0oa\w{17}$/);
    expect(credentials.oauthClient).toMatchObject({
      client_id: id,
      client_secret: expect.stringMatching(/^[\w-]{64}$/),
      token_endpoint_auth_method: "client_secret_basic",
      pkce_required: false,
    });
    expect(shown.settings.oauthClient).toMatchObject({
      application_type: "web",
      grant_types: ["authorization_code"],
      response_types: ["code"],
    });
    expect(shown.credentials.oauthClient).not.toHaveProperty("client_secret");
    const secrets = await callApi(org, "GET", `/apps/${id}/credentials/secrets`);
    const { client_secret } = credentials.oauthClient;
    expect(secrets.body).toMatchObject([{ client_secret, status: "ACTIVE" }]);
  });

  test("can be a service that requests a token with the secret in the response", async () => {
    const configuration = structuredClone(seedConfiguration);
    for (const { policies, scopes } of configuration.customServers) {
      scopes.push({
        id: "scpreports",
        name: "reports",
        system: false,
        metadataPublish: "NO_CLIENTS",
        default: false,
      });
      for (const { rules } of policies)
        for (const { conditions } of rules)
          conditions.grantTypes.include.push("client_credentials");
    }
    const org = await createTestOrg({ configuration });
    const created = await createApp(org, {
      credentials: { oauthClient: { client_id: "reports-service" } },
      settings: {
        oauthClient: {
          application_type: "service",
          grant_types: ["client_credentials"],
          response_types: ["token"],
        },
      },
    });
    const { client_secret = "" } = parseApp(created).credentials.oauthClient;
    const token = await callAsClient(
      org,
      "/oauth2/default/v1/token",
      { grant_type: "client_credentials", scope: "reports" },
      { Authorization: `Basic ${btoa(`reports-service:${client_secret}`)}` },
    );

    expect(token.status).toBe(200);
  });

  test("can be a service that also uses implicit", async () => {
    const settings = {
      oauthClient: {
        application_type: "service",
        grant_types: ["implicit", "client_credentials"],
        redirect_uris: ["http://service.example"],
        response_types: ["token"],
      },
    };
    const created = await createApp(await createTestOrg(), { settings });
    expect(created).toMatchObject({ status: 200, body: { settings } });
  });

  test("gets a secret if an empty secret is sent", async () => {
    const credentials = { oauthClient: { client_secret: "" } };
    const created = parseApp(await createApp(await createTestOrg(), { credentials }));
    expect(created.credentials.oauthClient.client_secret).toMatch(/^[\w-]{64}$/);
  });

  test.each([
    ["a page in a browser", "browser", "ROTATE"],
    ["an app with a server", "web", "STATIC"],
  ])("has the default refresh token rotation for %s", async (_case, type, rotationType) => {
    const org = await createTestOrg();
    const oauthClient = {
      ...webApp.settings.oauthClient,
      application_type: type,
      grant_types: ["authorization_code", "refresh_token"],
    };
    const created = parseApp(await createApp(org, { settings: { oauthClient } }));
    expect(created.settings.oauthClient).toMatchObject({
      refresh_token: { rotation_type: rotationType, leeway: 30 },
    });

    const path = `/apps/${created.id}`;
    const change = async (settings: object) =>
      parseApp(
        await callApi(org, "PUT", path, {
          ...webApp,
          settings: { oauthClient: { ...oauthClient, ...settings } },
        }),
      ).settings.oauthClient;
    const chosen = { rotation_type: "ROTATE", leeway: 5 };
    expect(await change({ refresh_token: chosen })).toMatchObject({ refresh_token: chosen });
    expect(await change({})).toMatchObject({ refresh_token: chosen });
    expect(await change({ refresh_token: { rotation_type: "ROTATE" } })).toMatchObject({
      refresh_token: { leeway: 30 },
    });
    const without = { grant_types: ["authorization_code"], refresh_token: chosen };
    expect(await change(without)).toMatchObject(without);
  });

  test("is inactive with activate=false", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "POST", "/apps?activate=false", webApp);

    expect(body).toMatchObject({ status: "INACTIVE" });
  });

  test("stores settings without an effect in this org", async () => {
    const org = await createTestOrg();
    const kept = {
      logo_uri: "https://intranet.example/logo.png",
      consent_method: "REQUIRED",
      issuer_mode: "DYNAMIC",
      initiate_login_uri: "https://intranet.example/login",
    };
    const { id } = parseApp(
      await createApp(org, {
        settings: { oauthClient: { ...webApp.settings.oauthClient, ...kept } },
      }),
    );

    const { settings } = parseApp(await callApi(org, "GET", `/apps/${id}`));
    expect(settings.oauthClient).toMatchObject(kept);
  });
});

describe("a changed app", () => {
  test("loses its profile if the body has none", async () => {
    const org = await createTestOrg();
    await changeApp(org, (shown) => ({ ...shown, profile: { groupallowlist: [it] } }));
    const { body } = await changeApp(org, ({ profile: _left, ...shown }) => shown);

    expect(parseApp({ body }).label).toBe("Okta Groups Explorer");
    expect(body).not.toHaveProperty("profile");
  });

  test("keeps its secret unless another secret is sent", async () => {
    const org = await createTestOrg();
    const { id, credentials } = parseApp(await createApp(org));
    const kept = parseApp(await changeApp(org, (shown) => ({ ...shown, label: "Extranet" }), id));
    const given = await changeApp(
      org,
      (shown) => ({
        ...shown,
        credentials: { oauthClient: { client_secret: "a-secret-of-my-own" } },
      }),
      id,
    );

    expect(kept).toMatchObject({ label: "Extranet", credentials });
    expect(parseApp(given).credentials.oauthClient.client_secret).toBe("a-secret-of-my-own");
  });

  test("keeps its secret if an empty secret is sent", async () => {
    const org = await createTestOrg();
    const { id, credentials } = parseApp(await createApp(org));
    const kept = await changeApp(
      org,
      (shown) => ({ ...shown, credentials: { oauthClient: { client_secret: "" } } }),
      id,
    );

    expect(kept.status).toBe(200);
    expect(parseApp(kept).credentials).toMatchObject(credentials);
  });

  test("can't change its client ID", async () => {
    const org = await createTestOrg();
    const response = await changeApp(org, (shown) => ({
      ...shown,
      credentials: {
        oauthClient: { client_id: "another-client", token_endpoint_auth_method: "none" },
      },
    }));

    expect(response.status).toBe(400);
    expect(parseCauses(response)[0]).toContain("client_id");
  });

  test("can't request ID tokens after `id_token` was removed from its response types", async () => {
    const org = await createTestOrg();
    await changeClient(org, { response_types: ["code", "token"] });
    const response = await org.openBrowser().authorize();

    expect(parseFragment(response).error).toBe("unsupported_response_type");
  });

  test("can use a redirect URI as soon as it is registered", async () => {
    const org = await createTestOrg();
    const added = "https://app.example/another";
    await changeClient(org, { redirect_uris: [redirectUri, added] });
    const browser = org.openBrowser();
    const atAdded = await browser.signIn(person, { redirect_uri: added });
    const atFirst = await browser.authorize();

    expect(atAdded.headers.get("Location")).toMatch(/^https:\/\/app\.example\/another#id_token=/);
    expect(parseFragment(atFirst)).toHaveProperty("id_token");
  });

  test("can't use a removed redirect URI, even one that the org was started with, until it is added back", async () => {
    const org = await createTestOrg();
    const other = "https://app.example/another";
    await changeClient(org, { redirect_uris: [other] });
    const shown = parseApp(await callApi(org, "GET", `/apps/${clientId}`));
    const refused = await org.openBrowser().authorize();
    await changeClient(org, { redirect_uris: [other, redirectUri] });
    const accepted = await org.openBrowser().authorize();

    expect(shown.settings.oauthClient.redirect_uris).toStrictEqual([other]);
    expect(refused.status).toBe(400);
    expect(accepted.status).toBe(200);
  });
});

describe("an app's profile", () => {
  const profile = {
    nothing: null,
    nested: { nothing: null, list: [null, { nothing: null }] },
    kept: 1,
  };

  test("keeps null values", async () => {
    const org = await createTestOrg();
    const replaced = await changeApp(org, (shown) => ({ ...shown, profile }));
    expect(replaced).toMatchObject({ status: 200, body: { profile } });
    expect(await callApi(org, "GET", `/apps/${clientId}`)).toMatchObject({ body: { profile } });
    expect(await createApp(org, { profile })).toMatchObject({ body: { profile } });
  });

  test("is empty if it is null", async () => {
    const org = await createTestOrg();
    await changeApp(org, (shown) => ({ ...shown, profile }));
    const { status, body } = await changeApp(org, (shown) => ({ ...shown, profile: null }));
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("profile");
  });

  test.each([
    ["app.profile.nothing == null", true],
    ["app.profile.nested.nothing ?: 'default'", "default"],
    ["app.profile.nothing", null],
  ])("lets the expression %s return %s", async (expression, value) => {
    const org = await createTestOrg();
    await changeApp(org, (shown) => ({ ...shown, profile }));
    const question = { expression, clientId, userId: null };
    const { body } = await callApi(org, "POST", "/demo/v1/expression-check", question);
    expect(body).toMatchObject({ value });
  });

  test("decides which groups the static allowlist returns", async () => {
    const org = await createTestOrg();
    await changeApp(org, (shown) => ({ ...shown, profile: { groupallowlist: [it] } }));
    await callApi(org, "POST", `/internal/apps/${clientId}/settings/oauth/idToken`, {
      valueType: "EXPRESSION",
      name: "groups",
      value: 'getFilteredGroups(app.profile.groupallowlist, "group.name", 40)',
    });
    const response = await org.openBrowser().signIn(person);

    expect(decode(parseFragment(response).id_token).groups).toStrictEqual(["IT"]);
  });

  /** @see Okta: Customize tokens returned from Okta with a static allowlist, "Add a list of groups to the app profile" */
  test("can be set with the body in Okta's guide", async () => {
    const org = await createTestOrg();
    const created = parseApp(await createApp(org));
    const client_id = created.credentials.oauthClient.client_id;
    const oauthClient = {
      client_uri: null,
      logo_uri: null,
      redirect_uris: ["http://yourredirecturihere.com/"],
      response_types: ["code", "id_token", "token"],
      grant_types: ["authorization_code", "client_credentials", "implicit"],
      application_type: "web",
      consent_method: "REQUIRED",
      issuer_mode: "CUSTOM_URL",
    };
    const body = {
      name: "oidc_client",
      label: "OIDC APP Name",
      status: "ACTIVE",
      signOnMode: "OPENID_CONNECT",
      credentials: {
        oauthClient: {
          autoKeyRotation: true,
          client_id,
          token_endpoint_auth_method: "client_secret_basic",
        },
      },
      settings: { oauthClient },
      profile: { groupallowlist: [it] },
    };
    const response = await callApi(org, "PUT", `/apps/${created.id}`, body);
    expect(response).toMatchObject({ status: 200, body });
  });
});
