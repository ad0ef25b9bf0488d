import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../../seed/configuration.ts";
import {
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  type TestOrg,
} from "../../../test-support/test-org.ts";
import { callApi, parseId } from "../test-api-client.ts";

const everyone = "00geveryoneDemoOr0h7";
const it = "00goeudyucv6CcaeV0h7";
const domainUsers = "00gdomainUsersDem0h7";
const ingrid = "00uixa271s6x7qt8I0h7";

async function createGroup(org: TestOrg, profile: object): Promise<string> {
  return parseId(await callApi(org, "POST", "/groups", { profile }));
}

async function fetchGroupsClaim(org: TestOrg): Promise<unknown> {
  const response = await org.openBrowser().signIn("it.user@example.com");
  return decode(parseFragment(response).id_token).groups;
}

describe("a group's lifecycle", () => {
  test("creates an empty Okta group", async () => {
    const org = await createTestOrg();
    const id = await createGroup(org, { name: "Explorers", costCenter: "12" });

    expect(id).toMatch(/^00g\w{17}$/);
    expect(await callApi(org, "GET", `/groups/${id}`)).toMatchObject({
      status: 200,
      body: {
        type: "OKTA_GROUP",
        created: "2026-01-01T00:00:00.000Z",
        profile: { name: "Explorers", description: null, costCenter: "12" },
      },
    });
    expect((await callApi(org, "GET", `/groups/${id}/users`)).body).toStrictEqual([]);
  });

  test("changes the next token: a new group, a new name, a removed member, and the deletion", async () => {
    const org = await createTestOrg();
    const id = await createGroup(org, { name: "Explorers" });
    const added = await callApi(org, "PUT", `/groups/${id}/users/${ingrid}`);
    expect(added).toMatchObject({ status: 204, body: undefined });
    expect(await fetchGroupsClaim(org)).toStrictEqual(["Everyone", "IT", "Explorers"]);

    await callApi(org, "PUT", `/groups/${id}`, { profile: { name: '<b>"Wanderers" & Co' } });
    expect(await fetchGroupsClaim(org)).toStrictEqual(["Everyone", "IT", '<b>"Wanderers" & Co']);

    await callApi(org, "DELETE", `/groups/${id}/users/${ingrid}`);
    expect(await fetchGroupsClaim(org)).toStrictEqual(["Everyone", "IT"]);

    await callApi(org, "PUT", `/groups/${id}/users/it.user`);
    expect((await callApi(org, "DELETE", `/groups/${id}`)).status).toBe(204);
    expect(await fetchGroupsClaim(org)).toStrictEqual(["Everyone", "IT"]);
    expect((await callApi(org, "GET", `/groups/${id}`)).status).toBe(404);
  });

  test("updates the membership date only if a membership changes", async () => {
    const org = await createTestOrg();
    const fetchDate = async () => {
      const { body } = await callApi(org, "GET", `/groups/${it}`);
      return body;
    };
    org.advance(60);
    await callApi(org, "PUT", `/groups/${it}/users/${ingrid}`);
    expect(await fetchDate()).toHaveProperty("lastMembershipUpdated", "2019-11-01T08:00:00.000Z");

    await callApi(org, "DELETE", `/groups/${it}/users/${ingrid}`);
    expect(await fetchDate()).toMatchObject({
      lastMembershipUpdated: "2026-01-01T00:01:00.000Z",
      lastUpdated: "2019-11-01T08:00:00.000Z",
    });
  });

  test("lists the apps that the group is assigned to", async () => {
    const configuration = structuredClone(seedConfiguration);
    configuration.applications[0]?.assignments.groups.push({ id: it });
    const org = await createTestOrg({ configuration });

    const own = await callApi(org, "GET", `/groups/${it}/apps`);
    const none = await callApi(org, "GET", `/groups/${everyone}/apps`);

    expect(own).toMatchObject({ status: 200, body: [{ id: clientId, name: "oidc_client" }] });
    expect(none.body).toStrictEqual([]);
  });

  test("removes a deleted group from apps and from the rules of access policies", async () => {
    const configuration = structuredClone(seedConfiguration);
    const [application] = configuration.applications;
    const rule = configuration.customServers[0]?.policies[0]?.rules[0];
    application?.assignments.groups.push({ id: it });
    rule?.conditions.people.groups.include.push(it);
    const org = await createTestOrg({ configuration });

    await callApi(org, "DELETE", `/groups/${it}`);

    expect(rule?.conditions.people.groups.include).toContain(it);
    expect(JSON.stringify(await org.store.get("configuration"))).not.toContain(it);
  });

  test.each([
    [
      "the name of another group",
      { name: "IT" },
      /^name: An object with this field already exists/,
    ],
    ["Everyone's name", { name: "Everyone" }, /^name: An object with this field already exists/],
    ["no name", { description: "x" }, /^name: The field cannot be left blank$/],
    ["an empty name", { name: "" }, /^name: The field cannot be left blank$/],
    ["a list as its name", { name: ["IT"] }, /^name: Must be a string$/],
    ["a very long name", { name: "x".repeat(1_000_000) }, /^name: The field is too long/],
    ["an object as an attribute", { name: "x", owner: { id: "1" } }, /^owner: Must be a string/],
    ["a list as its profile", [], /^profile: Must be an object$/],
  ])("refuses a group with %s", async (_case, profile, cause) => {
    const org = await createTestOrg();
    const { status, body } = await callApi(org, "POST", "/groups", { profile });

    expect(status).toBe(400);
    expect(body).toMatchObject({
      errorCode: "E0000001",
      errorSummary: "Api validation failed: profile",
      errorCauses: [{ errorSummary: expect.stringMatching(cause) }],
    });
  });

  test("refuses a body that is not JSON", async () => {
    expect(await callApi(await createTestOrg(), "POST", "/groups", "{")).toMatchObject({
      status: 400,
      body: { errorCode: "E0000003", errorCauses: [{ errorSummary: "body: Must be JSON" }] },
    });
  });

  test.each(["constructor", "prototype"])("accepts the name %s", async (name) => {
    const response = await callApi(await createTestOrg(), "POST", "/groups", { profile: { name } });
    expect(response.body).toHaveProperty("profile", { name, description: null });
  });
});

describe("an imported or built-in group", () => {
  test.each([
    ["PUT", `/groups/${everyone}`],
    ["DELETE", `/groups/${everyone}`],
    ["PUT", `/groups/${everyone}/users/${ingrid}`],
    ["DELETE", `/groups/${everyone}/users/${ingrid}`],
    ["DELETE", `/groups/${domainUsers}`],
    ["PUT", `/groups/${domainUsers}/users/${ingrid}`],
  ] as const)("can't be changed: %s %s", async (method, path) => {
    const org = await createTestOrg();
    const response = await callApi(org, method, path, { profile: { name: "Mine" } });

    expect(response).toMatchObject({
      status: 403,
      body: {
        errorCode: "E0000006",
        errorSummary: "You do not have permission to perform the requested action",
      },
    });
    expect(await org.store.get("configuration")).toBeUndefined();
  });
});
