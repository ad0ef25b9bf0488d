import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../seed/configuration.ts";
import { callAsClient } from "../../test-client-calls.ts";
import { clientId, createTestOrg, decode, readFragment, redirectUri } from "../../test-org.ts";
import { callApi, readCauses } from "../test-api-client.ts";
import {
  changeApp,
  changeClient,
  createApp,
  labelsOf,
  readApp,
  webApp,
} from "./test-app-client.ts";

const it = "00goeudyucv6CcaeV0h7";
const person = "it.user@example.com";

describe("a new app", () => {
  test("gets an ID, a secret that the app itself shows this once, and Okta's defaults", async () => {
    const org = await createTestOrg();
    const created = await createApp(org);
    const { id, credentials } = readApp(created);
    const shown = readApp(await callApi(org, "GET", `/apps/${id}`));

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

  test("can be a service that asks for a token with its secret at once", async () => {
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
    const { client_secret = "" } = readApp(created).credentials.oauthClient;
    const token = await callAsClient(
      org,
      "/oauth2/default/v1/token",
      { grant_type: "client_credentials", scope: "reports" },
      { Authorization: `Basic ${btoa(`reports-service:${client_secret}`)}` },
    );

    expect(token.status).toBe(200);
  });

  test("waits where it is not to be activated", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "POST", "/apps?activate=false", webApp);

    expect(body).toMatchObject({ status: "INACTIVE" });
  });

  test("keeps the settings that change nothing here", async () => {
    const org = await createTestOrg();
    const kept = {
      logo_uri: "https://intranet.example/logo.png",
      consent_method: "REQUIRED",
      issuer_mode: "DYNAMIC",
      initiate_login_uri: "https://intranet.example/login",
    };
    const { id } = readApp(
      await createApp(org, {
        settings: { oauthClient: { ...webApp.settings.oauthClient, ...kept } },
      }),
    );

    const { settings } = readApp(await callApi(org, "GET", `/apps/${id}`));
    expect(settings.oauthClient).toMatchObject(kept);
  });

  test.each([
    ["without a label", { label: undefined }, "label"],
    ["that is no OpenID Connect app", { signOnMode: "SAML_2_0" }, "signOnMode"],
    [
      "with a client ID that is too short",
      { credentials: { oauthClient: { client_id: "short" } } },
      "credentials.oauthClient.client_id",
    ],
    [
      "with another app's client ID",
      { credentials: { oauthClient: { client_id: clientId } } },
      "client_id",
    ],
    [
      "that neither authenticates itself nor uses PKCE",
      {
        credentials: { oauthClient: { token_endpoint_auth_method: "none", pkce_required: false } },
      },
      "credentials.oauthClient.pkce_required",
    ],
    [
      "that authenticates itself with a key",
      { credentials: { oauthClient: { token_endpoint_auth_method: "private_key_jwt" } } },
      "credentials.oauthClient.token_endpoint_auth_method",
    ],
    ["with a setting nobody knows", { colour: "red" }, "colour"],
  ])("is refused %s", async (_case, change, field) => {
    const org = await createTestOrg();
    const refused = await createApp(org, change);

    expect(refused).toMatchObject({ status: 400, body: { errorCode: "E0000001" } });
    expect(readCauses(refused)).toStrictEqual([expect.stringContaining(`${field}: `)]);
    expect(labelsOf(await callApi(org, "GET", "/apps"))).toStrictEqual(["Okta Groups Explorer"]);
  });

  test.each([
    ["a relative redirect URI", { redirect_uris: ["/callback"] }, "redirect_uris.0"],
    [
      "a redirect URI with a fragment",
      { redirect_uris: ["https://a.example/#b"] },
      "redirect_uris",
    ],
    ["a redirect URI that is script", { redirect_uris: ["javascript:alert(1)"] }, "redirect_uris"],
    ["a redirect URI over two lines", { redirect_uris: ["https://a.example/\n"] }, "redirect_uris"],
    ["a redirect URI that is no ASCII", { redirect_uris: ["https://ä.example/"] }, "redirect_uris"],
    [
      "a host that ends a policy",
      { redirect_uris: ["https://a.example;img-src"] },
      "redirect_uris",
    ],
    ["no redirect URI", { redirect_uris: [] }, "redirect_uris"],
    [
      "a response type without its grant type",
      { response_types: ["code", "id_token"] },
      "response_types",
    ],
    ["a code's grant type without 'code'", { response_types: [] }, "response_types"],
    ["a grant type the org has not", { grant_types: ["password"] }, "grant_types.0"],
    [
      "a grant type that is for others",
      { application_type: "browser", grant_types: ["authorization_code", "client_credentials"] },
      "grant_types",
    ],
    [
      "a type without the grant type it needs",
      { grant_types: ["implicit"], response_types: ["token"] },
      "grant_types",
    ],
    ["wildcards", { wildcard_redirect: "SUBDOMAIN" }, "wildcard_redirect"],
    ["tokens bound to keys", { dpop_bound_access_tokens: true }, "dpop_bound_access_tokens"],
    ["keys of its own", { jwks: { keys: [] } }, "jwks"],
  ])("is refused with %s", async (_case, settings, field) => {
    const refused = await createApp(await createTestOrg(), {
      settings: { oauthClient: { ...webApp.settings.oauthClient, ...settings } },
    });

    expect(refused.status).toBe(400);
    expect(readCauses(refused)).toStrictEqual([
      expect.stringContaining(`settings.oauthClient.${field}`),
    ]);
  });

  test("is refused where its profile is nested without end", async () => {
    const profile = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
    const body = JSON.stringify({ ...webApp, profile: "here" }).replace('"here"', profile);

    expect(await callApi(await createTestOrg(), "POST", "/apps", body)).toMatchObject({
      status: 400,
      body: { errorCode: "E0000003" },
    });
  });
});

describe("a changed app", () => {
  test("loses the profile that a change leaves out", async () => {
    const org = await createTestOrg();
    await changeApp(org, (shown) => ({ ...shown, profile: { groupallowlist: [it] } }));
    const { body } = await changeApp(org, ({ profile: _left, ...shown }) => shown);

    expect(body).toMatchObject({ profile: {} });
  });

  test("keeps its secret unless it is given another", async () => {
    const org = await createTestOrg();
    const { id, credentials } = readApp(await createApp(org));
    const kept = readApp(await changeApp(org, (shown) => ({ ...shown, label: "Extranet" }), id));
    const given = await changeApp(
      org,
      (shown) => ({
        ...shown,
        credentials: { oauthClient: { client_secret: "a-secret-of-my-own" } },
      }),
      id,
    );

    expect(kept).toMatchObject({ label: "Extranet", credentials });
    expect(readApp(given).credentials.oauthClient.client_secret).toBe("a-secret-of-my-own");
  });

  test("cannot get another client ID", async () => {
    const org = await createTestOrg();
    const answer = await changeApp(org, (shown) => ({
      ...shown,
      credentials: {
        oauthClient: { client_id: "another-client", token_endpoint_auth_method: "none" },
      },
    }));

    expect(answer.status).toBe(400);
    expect(readCauses(answer)[0]).toContain("client_id");
  });

  test("is no longer given ID tokens once its response types lack them", async () => {
    const org = await createTestOrg();
    await changeClient(org, { response_types: ["token"] });
    const answer = await org.openBrowser().authorize();

    expect(readFragment(answer).error).toBe("unsupported_response_type");
  });

  test("is answered at a redirect URI as soon as it is registered", async () => {
    const org = await createTestOrg();
    const added = "https://app.example/another";
    await changeClient(org, { redirect_uris: [redirectUri, added] });
    const browser = org.openBrowser();
    const atAdded = await browser.signIn(person, { redirect_uri: added });
    const atFirst = await browser.authorize();

    expect(atAdded.headers.get("Location")).toMatch(/^https:\/\/app\.example\/another#id_token=/);
    expect(readFragment(atFirst)).toHaveProperty("id_token");
  });

  test("is no longer answered at a page of the org's own that an admin has taken out, until it is put back", async () => {
    const org = await createTestOrg();
    const other = "https://app.example/another";
    await changeClient(org, { redirect_uris: [other] });
    const shown = readApp(await callApi(org, "GET", `/apps/${clientId}`));
    const refused = await org.openBrowser().authorize();
    await changeClient(org, { redirect_uris: [other, redirectUri] });
    const accepted = await org.openBrowser().authorize();

    expect(shown.settings.oauthClient.redirect_uris).toStrictEqual([other]);
    expect(refused.status).toBe(400);
    expect(accepted.status).toBe(200);
  });
});

describe("an app's profile", () => {
  test("decides which groups the static allowlist lets through", async () => {
    const org = await createTestOrg();
    await changeApp(org, (shown) => ({ ...shown, profile: { groupallowlist: [it] } }));
    await callApi(org, "POST", `/internal/apps/${clientId}/settings/oauth/idToken`, {
      valueType: "EXPRESSION",
      name: "groups",
      value: 'getFilteredGroups(app.profile.groupallowlist, "group.name", 40)',
    });
    const answer = await org.openBrowser().signIn(person);

    expect(decode(readFragment(answer).id_token).groups).toStrictEqual(["IT"]);
  });
});
