import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decode } from "../test-org.ts";
import { collect, createSdk } from "./okta-sdk.ts";
import { itUser } from "./persons-browser.ts";
import {
  browserClientId,
  redirectUri,
  secret,
  serviceClientId,
  serviceScope,
} from "./registered-clients.ts";
import { type ServedOrg, serveOrg } from "./served-org.ts";

let org: ServedOrg;
let sdk: ReturnType<typeof createSdk>;
beforeEach(async () => {
  org = await serveOrg();
  sdk = createSdk(org.url);
  await addGroupsScope("default");
});
afterEach(() => org.close());

/** Signs in for tokens of the custom server, or reads why there are none. */
async function ask(
  parameters: Readonly<Record<string, string>>,
  { as = itUser, issuer = org.customIssuer } = {},
): Promise<Readonly<Record<string, string>>> {
  const request = new URL(`${issuer}/v1/authorize`);
  request.search = new URLSearchParams({
    client_id: browserClientId,
    response_type: "token",
    scope: "openid groups",
    redirect_uri: redirectUri,
    state: "s",
    nonce: "n",
    ...parameters,
  }).toString();
  const answer = await org.openBrowser().answer(request, as);
  return Object.fromEntries(new URLSearchParams(answer.hash.slice(1)));
}

function addGroupsScope(authServerId: string) {
  return sdk.authorizationServerApi.createOAuth2Scope({
    authServerId,
    oAuth2Scope: { name: "groups", displayName: "groups", metadataPublish: "ALL_CLIENTS" },
  });
}

function addClaim(
  name: string,
  value: string,
  claimType: "RESOURCE" | "IDENTITY" = "RESOURCE",
  authServerId = "default",
) {
  return sdk.authorizationServerApi.createOAuth2Claim({
    authServerId,
    oAuth2Claim: {
      name,
      claimType,
      valueType: "EXPRESSION",
      value,
      status: "ACTIVE",
      alwaysIncludeInToken: true,
    },
  });
}

describe("the guides on groups claims, followed with Okta's SDK", () => {
  test("the static allowlist, which the app's profile holds", async () => {
    const groups = await collect(sdk.groupApi.listGroups({ q: "IT" }));
    const appId = browserClientId;
    const application = await sdk.applicationApi.getApplication({ appId });
    application.profile = { groupallowlist: groups.map(({ id }) => id) };
    await sdk.applicationApi.replaceApplication({ appId, application });
    await addClaim("groups", 'getFilteredGroups(app.profile.groupallowlist, "group.name", 40)');

    expect(decode((await ask({})).access_token)).toMatchObject({
      groups: ["IT"],
      scp: ["groups", "openid"],
      sub: itUser,
    });
  });

  test("the dynamic allowlist, by the beginning of the groups' names", async () => {
    await addClaim("dynamic_group", 'Groups.startsWith("OKTA", "IT", 10)');
    expect(decode((await ask({})).access_token)).toMatchObject({ dynamic_group: ["IT"] });
    const claims = await collect(
      sdk.authorizationServerApi.listOAuth2Claims({ authServerId: "default" }),
    );
    expect(claims).toContainEqual(
      expect.objectContaining({ name: "dynamic_group", valueType: "EXPRESSION", system: false }),
    );
  });

  test("custom claims, out of a person's profile", async () => {
    await sdk.userApi.updateUser({
      userId: itUser,
      user: { profile: { preferredLanguage: "eng", secondEmail: "juser@example.net" } },
    });
    await addClaim("IDTClaim", "user.preferredLanguage", "IDENTITY");
    await addClaim("ATClaim", "user.secondEmail");
    const tokens = await ask({ response_type: "id_token token", scope: "openid" });
    expect(decode(tokens.id_token)).toMatchObject({ IDTClaim: "eng" });
    expect(decode(tokens.access_token)).toMatchObject({ ATClaim: "juser@example.net" });
  });

  test("a custom claim out of the app's profile, for an app that acts for itself", async () => {
    const appId = serviceClientId;
    const application = await sdk.applicationApi.getApplication({ appId });
    application.profile = { label: "oauth2 client app 1" };
    await sdk.applicationApi.replaceApplication({ appId, application });
    await addClaim("applabel", "app.profile.label");
    const response = await fetch(`${org.customIssuer}/v1/token`, {
      method: "POST",
      headers: { Authorization: `Basic ${btoa(`${serviceClientId}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: "client_credentials", scope: serviceScope }),
    });
    const { access_token } = await response.json();
    expect(decode(access_token)).toMatchObject({ applabel: "oauth2 client app 1" });
  });
});

test("Okta's SDK finds in the System Log why there was no token", async () => {
  const before = new Date();
  await ask({}, { as: "outside.user@example.com" });
  const events = await collect(
    sdk.systemLogApi.listLogEvents({
      since: before.toISOString(),
      filter: 'outcome.result eq "FAILURE"',
    }),
  );
  expect(events).toMatchObject([
    {
      eventType: "app.oauth2.as.authorize",
      published: expect.any(Date),
      outcome: { result: "FAILURE", reason: expect.stringMatching(/not_assigned/) },
    },
  ]);
});
