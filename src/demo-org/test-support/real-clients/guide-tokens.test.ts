import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decode } from "../test-org.ts";
import { type GuideOrg, nonce, startGuideOrg } from "./guide-org.ts";
import { createApp } from "./okta-sdk.ts";

let org: GuideOrg;
beforeEach(async () => {
  org = await startGuideOrg();
});
afterEach(() => org.close());

const askOrg = async () => decode((await org.ask(`${org.url}/oauth2`, "id_token")).id_token);
const askCustom = async (scope = "openid groups") =>
  decode((await org.ask(org.issuer, "token", scope)).access_token);

/** Sets the groups claim of the app's Sign On tab, with a call that only Okta's Admin Console uses. */
async function setSignOnClaim(claim: Readonly<Record<string, string>>): Promise<void> {
  const path = `/api/v1/internal/apps/${org.appId}/settings/oauth/idToken`;
  const response = await fetch(`${org.url}${path}`, {
    method: "POST",
    headers: { Authorization: "SSWS demo-api-token", "Content-Type": "application/json" },
    body: JSON.stringify({ name: "groups", ...claim }),
  });
  expect(response.status).toBe(200);
}

async function setAppProfile(profile: Record<string, unknown>): Promise<void> {
  const { appId, sdk } = org;
  const application = await sdk.applicationApi.getApplication({ appId });
  application.profile = profile;
  await sdk.applicationApi.replaceApplication({ appId, application });
}

const seconds = expect.any(Number);

/** The claims of the guides' sample ID token in order, without the custom claim that the guide adds. */
const idTokenClaims = (issuer: string) => ({
  sub: org.userId,
  ver: 1,
  iss: issuer,
  aud: org.appId,
  iat: seconds,
  exp: seconds,
  jti: expect.stringMatching(/^ID\./),
  amr: ["pwd"],
  idp: expect.stringMatching(/^00o/),
  nonce,
  auth_time: seconds,
});

/** The claims of the guides' sample access token in order, without the custom claim that the guide adds. */
const accessTokenClaims = (scp: readonly string[]) => ({
  ver: 1,
  jti: expect.stringMatching(/^AT\./),
  iss: org.issuer,
  aud: "api://default",
  iat: seconds,
  exp: seconds,
  cid: org.appId,
  uid: org.userId,
  scp,
  auth_time: seconds,
  sub: org.login,
});

function expectClaims(claims: object | undefined, expected: object): void {
  expect(Object.entries(claims ?? {})).toEqual(Object.entries(expected));
}

describe("a groups claim", () => {
  test("is in the org server's ID token, by a filter", async () => {
    await setSignOnClaim({ valueType: "GROUPS", groupFilterType: "REGEX", value: ".*" });
    expectClaims(await askOrg(), { ...idTokenClaims(org.url), groups: ["Everyone", "IT"] });
  });

  test("is in a custom server's access token, by a filter", async () => {
    const { appId, serverId: authServerId, url, sdk } = org;
    const joe = "joe.user@example.com";
    const { id = "" } = await sdk.userApi.getUser({ userId: joe });
    await sdk.applicationApi.assignUserToApplication({ appId, appUser: { id } });
    await sdk.authorizationServerApi.replaceAuthorizationServer({
      authServerId,
      authorizationServer: { name: "guides", description: "For the guides", audiences: [url] },
    });
    await org.addClaim({
      name: "GroupsClaim",
      valueType: "GROUPS",
      group_filter_type: "REGEX",
      value: ".*",
    });
    const { access_token } = await org.ask(org.issuer, "token", "openid", joe);
    expectClaims(decode(access_token), {
      ...accessTokenClaims(["openid"]),
      aud: url,
      uid: id,
      sub: joe,
      GroupsClaim: ["Midwest Sales", "Everyone"],
    });
  });
});

describe("a dynamic allowlist", () => {
  const value = 'Groups.startsWith("OKTA", "IT", 10)';

  test("is in the org server's ID token", async () => {
    await setSignOnClaim({ valueType: "EXPRESSION", value });
    expectClaims(await askOrg(), { ...idTokenClaims(org.url), groups: ["IT"] });
  });

  test("is in a custom server's access token", async () => {
    await org.addClaim({ name: "dynamic_group", value });
    const expected = { ...accessTokenClaims(["groups", "openid"]), dynamic_group: ["IT"] };
    expectClaims(await askCustom(), expected);
  });
});

describe("a static allowlist in the app's profile", () => {
  const value = 'getFilteredGroups(app.profile.groupallowlist, "group.name", 40)';

  test("is in the org server's ID token", async () => {
    await setAppProfile({ groupallowlist: [org.groupId] });
    await setSignOnClaim({ valueType: "EXPRESSION", value });
    expectClaims(await askOrg(), { ...idTokenClaims(org.url), groups: ["IT"] });
  });

  test("is in a custom server's access token", async () => {
    await setAppProfile({ groupallowlist: [org.groupId] });
    await org.addClaim({ name: "groups", value });
    expectClaims(await askCustom(), { ...accessTokenClaims(["groups", "openid"]), groups: ["IT"] });
  });
});

describe("a custom claim", () => {
  test("can be an attribute of the user's profile, in both tokens of a custom server", async () => {
    await org.sdk.userApi.updateUser({
      userId: org.userId,
      user: { profile: { preferredLanguage: "eng", secondEmail: "juser@example.net" } },
    });
    await org.addClaim({
      name: "IDTClaim",
      claimType: "IDENTITY",
      value: "user.preferredLanguage",
    });
    await org.addClaim({ name: "ATClaim", value: "user.secondEmail" });
    const accessToken = { ...accessTokenClaims(["openid"]), ATClaim: "juser@example.net" };
    expectClaims(await askCustom("openid"), accessToken);
    const { id_token } = await org.ask(org.issuer, "id_token", "openid");
    expectClaims(decode(id_token), { ...idTokenClaims(org.issuer), IDTClaim: "eng" });
  });

  test("can be an attribute of the app's profile", async () => {
    await setAppProfile({ label: "oauth2 client app 1" });
    await org.addClaim({ name: "applabel", value: "app.profile.label" });
    const expected = { ...accessTokenClaims(["openid"]), applabel: "oauth2 client app 1" };
    expectClaims(await askCustom("openid"), expected);
  });

  test("can be in a token of the client credentials flow", async () => {
    const app = await createApp(org.sdk, {
      label: "Nightly report",
      profile: { label: "oauth2 client app 1" },
      credentials: { oauthClient: { token_endpoint_auth_method: "client_secret_basic" } },
      settings: {
        oauthClient: {
          application_type: "service",
          grant_types: ["client_credentials"],
          response_types: ["token"],
        },
      },
    });
    await org.addClaim({ name: "applabel", value: "app.profile.label" });
    const secret = app.credentials.oauthClient?.client_secret;
    const response = await fetch(`${org.issuer}/v1/token`, {
      method: "POST",
      headers: { Authorization: `Basic ${btoa(`${app.id}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: "client_credentials", scope: "groups" }),
    });
    const { access_token } = await response.json();
    const { uid: _nobody, auth_time: _never, ...claims } = accessTokenClaims(["groups"]);
    expectClaims(decode(access_token), {
      ...claims,
      cid: app.id,
      sub: app.id,
      applabel: "oauth2 client app 1",
    });
  });
});
