import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { Configuration } from "../../model/configuration.ts";
import { redirectUriRule } from "../../rules/authorize/redirect-uris.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { clientId, createTestOrg, type TestOrg } from "../../test-support/test-org.ts";
import { callApi, parseCauses } from "../management/test-api-client.ts";

const path = "/demo/v1/configuration";
const head = { format: "okta-groups-explorer/org", version: 1 };

/** Expects that an import is refused and changes nothing. @returns The causes in the error. */
async function importInVain(org: TestOrg, file: unknown): Promise<readonly string[]> {
  const before = await callApi(org, "GET", path);
  const refused = await callApi(org, "PUT", path, file);
  expect(refused.status).toBe(400);
  expect((await callApi(org, "GET", path)).body).toEqual(before.body);
  return parseCauses(refused);
}

function createFile(change: (configuration: Configuration) => Partial<Configuration>) {
  return { ...head, configuration: { ...seedConfiguration, ...change(seedConfiguration) } };
}

describe("the exported org", () => {
  test("can be imported unchanged, into this org and into another", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", "/groups", { profile: { name: "Night shift" } });
    const { body: file } = await callApi(org, "GET", path);
    expect(file).toMatchObject(head);

    const other = await createTestOrg();
    expect((await callApi(other, "PUT", path, file)).status).toBe(200);
    expect((await callApi(other, "GET", path)).body).toEqual(file);
    expect((await callApi(other, "GET", "/groups?q=Night")).body).toHaveLength(1);
  });

  test("can be imported after some of its objects were deleted from the org", async () => {
    const org = await createTestOrg();
    const idSchema = v.object({ id: v.string() });
    const create = async (at: string, body: unknown) =>
      v.parse(idSchema, (await callApi(org, "POST", at, body)).body).id;
    const server = "/authorizationServers/default";
    const group = await create("/groups", { profile: { name: "Night shift" } });
    const profile = { firstName: "A", lastName: "B", email: "ab@example.com" };
    const user = await create("/users", { profile: { ...profile, login: "ab@example.com" } });
    const scope = await create(`${server}/scopes`, { name: "groups" });
    await create(`${server}/claims`, {
      name: "roles",
      claimType: "IDENTITY",
      valueType: "EXPRESSION",
      value: "user.email",
      conditions: { scopes: ["groups"] },
    });
    const policy = await create(`${server}/policies`, {
      type: "OAUTH_AUTHORIZATION_POLICY",
      name: "Ours",
      description: "Ours",
      priority: 1,
      conditions: { clients: { include: [clientId] } },
    });
    const people = {
      users: { include: [user], exclude: [user] },
      groups: { include: [group], exclude: [group] },
    };
    await create(`${server}/policies/${policy}/rules`, {
      type: "RESOURCE_ACCESS",
      name: "Implicit",
      priority: 1,
      conditions: {
        people,
        grantTypes: { include: ["implicit"] },
        scopes: { include: ["groups"] },
      },
      actions: { token: { accessTokenLifetimeMinutes: 60 } },
    });
    await callApi(org, "DELETE", `/groups/${group}`);
    await callApi(org, "DELETE", `/users/${user}`);
    await callApi(org, "DELETE", `/users/${user}`);
    await callApi(org, "DELETE", `${server}/scopes/${scope}`);
    await callApi(org, "POST", `/apps/${clientId}/lifecycle/deactivate`);
    await callApi(org, "DELETE", `/apps/${clientId}`);

    const { body: file } = await callApi(org, "GET", path);
    expect(await callApi(org, "PUT", path, file)).toMatchObject({ status: 200, body: file });
    expect(JSON.stringify(file)).not.toContain(clientId);
  });

  test("can be imported at any size", async () => {
    const org = await createTestOrg();
    const [group] = seedConfiguration.groups;
    if (!group) throw new Error("The seed has groups");
    const profile = { ...group.profile, remark: "Far away. ".repeat(900_000) };
    const file = createFile(({ groups }) => ({
      groups: [{ ...group, profile }, ...groups.slice(1)],
    }));
    expect((await callApi(org, "PUT", path, file)).status).toBe(200);
  });

  test("can't be exported without the token", async () => {
    const { status } = await callApi(await createTestOrg(), "GET", path, undefined, { token: "x" });
    expect(status).toBe(401);
  });

  test.each([
    ["something else", { name: "an app" }, ["format: Is missing", "version: Is missing"]],
    ["a number", 7, [expect.stringMatching(/^file: /)]],
    [
      "of another version",
      { ...head, version: 2 },
      [expect.stringContaining("version: Must be 1")],
    ],
    ["without a configuration", head, ["configuration: Is missing"]],
    [
      "nested too deep to export",
      { ...head, configuration: JSON.parse("[".repeat(100) + "]".repeat(100)) },
      ["body: Must be nested at most 64 levels deep"],
    ],
    [
      "of another shape",
      createFile(({ users }) => ({
        users: JSON.parse(JSON.stringify(users).replace('"ACTIVE"', "7")),
      })),
      [expect.stringContaining("configuration.users.0.status: ")],
    ],
  ])("is refused if it is %s", async (_case, file, causes) => {
    expect(await importInVain(await createTestOrg(), file)).toEqual(causes);
  });

  const [person] = seedConfiguration.users;
  const [application] = seedConfiguration.applications;
  const [server] = seedConfiguration.customServers;
  if (!person || !application || !server) throw new Error("The seed has one of each");

  const groupsClaim = { name: "groups", valueType: "EXPRESSION", value: "user.login" } as const;
  const withRedirectUri = (uri: string) => {
    const { settings } = application;
    const oauthClient = { ...settings.oauthClient, redirect_uris: [uri] };
    return { ...application, settings: { ...settings, oauthClient } };
  };
  const withClaim = (name: string): typeof server => {
    const claim = {
      id: "oclOwn",
      name,
      status: "ACTIVE",
      claimType: "RESOURCE",
      valueType: "EXPRESSION",
      value: "'mine'",
      conditions: { scopes: [] },
      system: false,
      alwaysIncludeInToken: true,
    } as const;
    return { ...server, claims: [...server.claims, claim] };
  };

  test.each<[string, Partial<Configuration>, string]>([
    [
      "a user twice",
      { users: [...seedConfiguration.users, person] },
      `configuration.users.${seedConfiguration.users.length}.id: "${person.id}" is used twice`,
    ],
    [
      "a membership of an unknown user",
      { memberships: [...seedConfiguration.memberships, { userId: "00uNobody", groupIds: [] }] },
      `configuration.memberships.${seedConfiguration.memberships.length}.userId: There is no user "00uNobody"`,
    ],
    [
      "no Everyone",
      { groups: seedConfiguration.groups.filter(({ type }) => type !== "BUILT_IN") },
      "configuration.groups: Must have exactly one BUILT_IN group, but has 0",
    ],
    [
      "a user outside Everyone",
      { memberships: seedConfiguration.memberships.slice(1) },
      "configuration.users.0: Must be a member of Everyone",
    ],
    [
      "an app assigned to a deleted group",
      {
        applications: [{ ...application, assignments: { users: [], groups: [{ id: "00gGone" }] } }],
      },
      'configuration.applications.0.assignments.groups.0: There is no group "00gGone"',
    ],
    [
      "a policy for a deleted client",
      {
        customServers: [
          {
            ...server,
            policies: server.policies.map((policy) => ({
              ...policy,
              conditions: { clients: { include: ["0oaGone"] } },
            })),
          },
        ],
      },
      'configuration.customServers.0.policies.0.conditions.clients.include.0: There is no client "0oaGone"',
    ],
    [
      "a redirect URI that runs a script",
      { applications: [withRedirectUri("javascript:alert(1)")] },
      `configuration.applications.0.settings.oauthClient.redirect_uris.0: ${redirectUriRule}`,
    ],
    [
      "a redirect URI with a fragment",
      { applications: [withRedirectUri("https://app.example/#/callback")] },
      `configuration.applications.0.settings.oauthClient.redirect_uris.0: ${redirectUriRule}`,
    ],
    [
      "a server whose ID can't be in a path",
      { customServers: [{ ...server, id: "a/b" }] },
      'configuration.customServers.0.id: "a/b" is not a valid ID',
    ],
    [
      "a server with an invalid date",
      { customServers: [{ ...server, created: "yesterday" }] },
      "configuration.customServers.0.created: Must be an ISO 8601 time",
    ],
    [
      "a claim named iss",
      { customServers: [withClaim("iss")] },
      `configuration.customServers.0.claims.${server.claims.length}.name: 'iss' is reserved and cannot be used`,
    ],
    [
      "a groups claim named sub",
      { applications: [{ ...application, groupsClaim: { ...groupsClaim, name: "sub" } }] },
      "configuration.applications.0.groupsClaim.name: 'sub' is reserved and cannot be used",
    ],
  ])("is refused if it has %s", async (_case, change, cause) => {
    const causes = await importInVain(
      await createTestOrg(),
      createFile(() => change),
    );
    expect(causes).toContain(cause);
  });
});

describe("resetting the org", () => {
  test("discards changes, sessions and the System Log", async () => {
    const org = await createTestOrg();
    const browser = org.openBrowser();
    await browser.signIn("it.user@example.com");
    await callApi(org, "POST", "/groups", { profile: { name: "Sales" } });
    await callApi(org, "PUT", "/demo/v1/clock", { offsetSeconds: 60 });
    expect((await callApi(org, "DELETE", path)).status).toBe(204);

    expect((await callApi(org, "GET", path)).body).toEqual({
      ...head,
      configuration: seedConfiguration,
    });
    expect((await callApi(org, "GET", "/logs")).body).toEqual([]);
    expect((await callApi(org, "GET", "/demo/v1/clock")).body).toMatchObject({ offsetSeconds: 0 });
    const response = await browser.authorize({ prompt: "none" });
    expect(response.headers.get("Location")).toContain("error=login_required");
  });
});
