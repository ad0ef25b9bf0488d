import { describe, expect, test } from "vitest";
import { decode, parseFragment, type TestOrg } from "../../../test-support/test-org.ts";
import { parseCauses, parseId } from "../test-api-client.ts";
import { openServer } from "./test-server-client.ts";

const groups = { name: "groups", displayName: "groups", metadataPublish: "ALL_CLIENTS" };
const forGroupsScope = {
  name: "when_asked",
  claimType: "RESOURCE",
  valueType: "EXPRESSION",
  value: "app.id",
  conditions: { scopes: ["groups"] },
};

async function requestToken({ openBrowser }: TestOrg, scope: string | undefined) {
  const request = { response_type: "token", scope };
  return parseFragment(await openBrowser().signIn("it.user@example.com", request, "/default"));
}

async function requestRefusedScope({ openBrowser }: TestOrg, scope: string | undefined) {
  return parseFragment(
    await openBrowser().authorize({ response_type: "token", scope }, "/default"),
  );
}

async function listPublished({ openBrowser }: TestOrg): Promise<unknown> {
  const path = "/oauth2/default/.well-known/openid-configuration";
  return (await (await openBrowser().get(path)).json()).scopes_supported;
}

describe("a new scope", () => {
  test("can be requested, and is in the metadata if it is published", async () => {
    const { org, call } = await openServer();
    expect(await requestRefusedScope(org, "openid groups")).toMatchObject({
      error: "invalid_scope",
      error_description:
        "One or more scopes are not configured for the authorization server resource.",
    });
    expect(await listPublished(org)).not.toContain("groups");

    const { status, body } = await call("POST", "/scopes", groups);
    expect(status).toBe(201);
    const id = parseId({ body });
    expect(body).toStrictEqual({
      id: expect.stringMatching(/^scp\w{17}$/),
      name: "groups",
      displayName: "groups",
      system: false,
      metadataPublish: "ALL_CLIENTS",
      consent: "IMPLICIT",
      optional: false,
      apiResourceId: null,
      default: false,
      _links: {
        self: {
          href: `https://org.example/api/v1/authorizationServers/default/scopes/${id}`,
          hints: { allow: ["GET", "PUT", "DELETE"] },
        },
      },
    });
    expect(await listPublished(org)).toContain("groups");
    expect(decode((await requestToken(org, "openid groups")).access_token).scp).toEqual([
      "groups",
      "openid",
    ]);
  });

  test("can be a scope of Okta's MyAccount API", async () => {
    const { org, call } = await openServer();
    const name = "okta.myAccount.profile.read";
    const body = { name, metadataPublish: "ALL_CLIENTS" };
    expect(await call("POST", "/scopes", body)).toMatchObject({
      status: 201,
      body: { ...body, system: false },
    });
    expect(await listPublished(org)).toContain(name);
    expect(decode((await requestToken(org, `openid ${name}`)).access_token).scp).toContain(name);
  });

  test("can be the default for requests without a scope", async () => {
    const { org, add } = await openServer();
    expect(await requestRefusedScope(org, undefined)).toMatchObject({ error: "invalid_scope" });
    await add("/scopes", { name: "crm:read", default: true });
    expect(await requestToken(org, undefined)).toMatchObject({ scope: "crm:read" });
  });

  test.each([
    ["two words", /printable ASCII/],
    ['"quoted"', /printable ASCII/],
    ["back\\slash", /printable ASCII/],
    ["gruppe\u00e9", /printable ASCII/],
    ["*", /reserved/],
    ["okta", /reserved/],
    ["okta.users.read", /reserved/],
    ["okta.myAccount", /reserved/],
    ["okta.myAccount.nothing.read", /reserved/],
    ["okta:users", /reserved/],
    ["openid", /already exists/],
    ["", /cannot be left blank/],
  ])("can't be named %j", async (name, cause) => {
    const { call } = await openServer();
    const response = await call("POST", "/scopes", { name });
    expect(response.status).toBe(400);
    expect(parseCauses(response)).toContainEqual(expect.stringMatching(cause));
  });

  test("can't require consent", async () => {
    const { call } = await openServer();
    const response = await call("POST", "/scopes", { ...groups, consent: "REQUIRED" });
    expect(parseCauses(response)).toEqual([
      "consent: Must be IMPLICIT: the demo org doesn't ask for consent",
    ]);
  });

  test("is renamed in claims and rules, too", async () => {
    const { org, call, add } = await openServer();
    const id = await add("/scopes", groups);
    await add("/claims", forGroupsScope);
    await call("PUT", `/scopes/${id}`, { name: "teams" });
    const reply = await requestToken(org, "openid teams");
    expect(decode(reply.access_token)).toHaveProperty("when_asked");
  });

  test("stays in claims when it is deleted, so that they don't apply to all scopes", async () => {
    const { org, call, add } = await openServer();
    const id = await add("/scopes", groups);
    await add("/claims", forGroupsScope);
    expect((await call("DELETE", `/scopes/${id}`)).status).toBe(204);
    expect((await call("GET", `/scopes/${id}`)).status).toBe(404);
    expect(decode((await requestToken(org, "openid")).access_token)).not.toHaveProperty(
      "when_asked",
    );
  });
});

test("a system scope can't be renamed or deleted", async () => {
  const { call } = await openServer();
  expect((await call("DELETE", "/scopes/scpopenidDemoOrgD0h7")).status).toBe(403);
  expect((await call("PUT", "/scopes/scpopenidDemoOrgD0h7", { name: "oidc" })).status).toBe(400);
});

test("device_sso is a system scope that is never granted", async () => {
  const { org, call } = await openServer();
  expect((await call("GET", "/scopes?q=device_sso")).body).toMatchObject([
    { name: "device_sso", system: true, metadataPublish: "ALL_CLIENTS", default: false },
  ]);
  const reply = await requestToken(org, "openid device_sso");
  expect(reply).toMatchObject({ scope: "openid" });
  expect(reply).not.toHaveProperty("device_secret");
});

test("scopes are listed and searched by name", async () => {
  const { call } = await openServer();
  expect((await call("GET", "/scopes?q=mail")).body).toMatchObject([{ name: "email" }]);
});
