import { describe, expect, test } from "vitest";
import { callAsClient } from "../../../test-support/client-calls.ts";
import {
  baseUrl,
  buildRequest,
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  startTime,
  type TestOrg,
} from "../../../test-support/test-org.ts";
import { parseApp } from "../apps/test-app-client.ts";
import { callApi, parseId } from "../test-api-client.ts";
import { openPolicy, openRule, openServer, type ServerClient } from "./test-server-client.ts";

/*
 * Follows the guides' steps with the Management API only, and compares the tokens with the guides' sample tokens,
 * member by member. Apart from IDs and times, only `auth_time` differs: Okta added it to access tokens after the guides
 * were written.
 */

const person = "it.user@example.com";
const now = startTime / 1000;
const times = { iat: now, exp: now + 3600 };

/** The guides' custom server: a new one, with the org's URL as its audience. */
async function createGuideServer(org: TestOrg): Promise<ServerClient & { readonly id: string }> {
  const body = { name: "Guide", audiences: [baseUrl] };
  const id = parseId(await callApi(org, "POST", "/authorizationServers", body));
  const server = await openServer(id, org);
  const policyId = await server.add("/policies", openPolicy);
  await server.add(`/policies/${policyId}/rules`, openRule);
  return { ...server, id };
}

/** Signs in with two factors, as in the guides' tokens. */
async function requestTokens(org: TestOrg, server: string, change: Record<string, string>) {
  const policy = { authenticationPolicy: "any_two_factors" };
  await callApi(org, "PUT", `/demo/v1/apps/${clientId}/authentication-policy`, policy);
  const browser = org.openBrowser();
  await browser.signIn(person);
  const reply = await browser.get(`/oauth2${server}/v1/authorize?${buildRequest(change)}`);
  return parseFragment(reply);
}

const expression = (name: string, value: string, claimType = "RESOURCE") => ({
  name,
  claimType,
  valueType: "EXPRESSION",
  value,
});

const dynamicAllowlist = 'Groups.startsWith("OKTA", "IT", 10)';

/** @see Okta: Customize tokens returned from Okta with a dynamic allowlist */
describe("Okta's guide to the dynamic allowlist", () => {
  test("results in its sample ID token of the org server", async () => {
    const org = await createTestOrg();
    const { status } = await callApi(
      org,
      "POST",
      `/internal/apps/${clientId}/settings/oauth/idToken`,
      {
        name: "groups",
        valueType: "EXPRESSION",
        value: dynamicAllowlist,
      },
    );
    expect(status).toBe(200);
    const { id_token } = await requestTokens(org, "", { scope: "openid groups", nonce: "UBGW" });
    const claims = {
      sub: "00uixa271s6x7qt8I0h7",
      ver: 1,
      iss: baseUrl,
      aud: "0oaoiuhhch8VRtBnC0h7",
      ...times,
      jti: expect.stringMatching(/^ID\.[\w-]{43}$/),
      amr: ["pwd", "mfa", "kba"],
      idp: "00oixa26ycdNcX0VT0h7",
      nonce: "UBGW",
      auth_time: now,
      groups: ["IT"],
    };
    expect(Object.entries(decode(id_token))).toEqual(Object.entries(claims));
  });

  test("results in its sample access token of a custom server", async () => {
    const org = await createTestOrg();
    const { id, add } = await createGuideServer(org);
    await add("/claims", expression("dynamic_group", dynamicAllowlist));
    await add("/scopes", { name: "groups", displayName: "groups", metadataPublish: "ALL_CLIENTS" });
    const request = { response_type: "token", scope: "openid groups" };
    const { access_token } = await requestTokens(org, `/${id}`, request);
    const claims = {
      ver: 1,
      jti: expect.stringMatching(/^AT\.[\w-]{43}$/),
      iss: `${baseUrl}/oauth2/${id}`,
      aud: baseUrl,
      ...times,
      cid: "0oaoiuhhch8VRtBnC0h7",
      uid: "00uixa271s6x7qt8I0h7",
      scp: ["groups", "openid"],
      auth_time: now,
      sub: person,
      dynamic_group: ["IT"],
    };
    expect(Object.entries(decode(access_token))).toEqual(Object.entries(claims));
  });
});

/** @see Okta: Customize tokens returned from Okta with custom claims */
describe("Okta's guide to custom claims", () => {
  async function setUp() {
    const org = await createTestOrg();
    const profile = { preferredLanguage: "eng", secondEmail: "juser@example.net" };
    await callApi(org, "POST", `/users/${person}`, { profile });
    const { call, add } = await openServer("default", org);
    // Removes the groups claim, which a new server at Okta doesn't have.
    const { body } = await call("GET", "/claims");
    const seeded = Array.isArray(body) ? body.find((it) => it.name === "GroupsClaim") : undefined;
    await call("DELETE", `/claims/${seeded?.id}`);
    return { org, call, add };
  }

  test("results in its sample ID token", async () => {
    const { org, call, add } = await setUp();
    await add("/claims", expression("IDTClaim", "user.preferredLanguage", "IDENTITY"));
    expect((await call("GET", "/claims")).body).toContainEqual(
      expect.objectContaining({ name: "IDTClaim", alwaysIncludeInToken: true }),
    );
    const request = { scope: "openid", nonce: "myNonceValue" };
    const { id_token } = await requestTokens(org, "/default", request);
    const claims = {
      sub: "00uixa271s6x7qt8I0h7",
      ver: 1,
      iss: `${baseUrl}/oauth2/default`,
      aud: clientId,
      ...times,
      jti: expect.stringMatching(/^ID\.[\w-]{43}$/),
      amr: ["pwd", "mfa", "kba"],
      idp: "00oixa26ycdNcX0VT0h7",
      nonce: "myNonceValue",
      auth_time: now,
      IDTClaim: "eng",
    };
    expect(Object.entries(decode(id_token))).toEqual(Object.entries(claims));
  });

  test("results in its sample access token", async () => {
    const { org, add } = await setUp();
    await add("/claims", expression("ATClaim", "user.secondEmail"));
    const request = { response_type: "token", scope: "openid" };
    const { access_token } = await requestTokens(org, "/default", request);
    const claims = {
      ver: 1,
      jti: expect.stringMatching(/^AT\.[\w-]{43}$/),
      iss: `${baseUrl}/oauth2/default`,
      aud: "api://default",
      ...times,
      cid: clientId,
      uid: "00uixa271s6x7qt8I0h7",
      scp: ["openid"],
      auth_time: now,
      sub: person,
      ATClaim: "juser@example.net",
    };
    expect(Object.entries(decode(access_token))).toEqual(Object.entries(claims));
  });

  test("results in a service app's token with an attribute of the app's profile", async () => {
    const { org, call, add } = await setUp();
    const app = await callApi(org, "POST", "/apps", {
      name: "oidc_client",
      label: "Example App",
      signOnMode: "OPENID_CONNECT",
      credentials: { oauthClient: { token_endpoint_auth_method: "client_secret_post" } },
      profile: { label: "Example App" },
      settings: {
        oauthClient: {
          client_uri: null,
          logo_uri: null,
          response_types: ["token"],
          grant_types: ["client_credentials"],
          application_type: "service",
          issuer_mode: "ORG_URL",
        },
      },
    });
    const { client_id, client_secret } = parseApp(app).credentials.oauthClient;
    await add("/claims", expression("applabel", "app.profile.label"));
    await add("/scopes", { name: "aCustomScope" });
    await call("PUT", "/policies/00popenToEveryone0h7/rules/0primplicitFlowDe0h7", openRule);

    const { body: tokens } = await callAsClient(org, "/oauth2/default/v1/token", {
      client_id,
      client_secret,
      grant_type: "client_credentials",
      scope: "aCustomScope",
    });
    expect(tokens).toEqual({
      access_token: expect.any(String),
      token_type: "Bearer",
      expires_in: 3600,
      scope: "aCustomScope",
    });
    expect(decode(tokens.access_token)).toEqual({
      ver: 1,
      jti: expect.stringMatching(/^AT\.[\w-]{43}$/),
      iss: `${baseUrl}/oauth2/default`,
      aud: "api://default",
      ...times,
      cid: client_id,
      scp: ["aCustomScope"],
      sub: client_id,
      applabel: "Example App",
    });
  });
});
