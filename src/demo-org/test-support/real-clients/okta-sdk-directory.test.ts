import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedConfiguration } from "../../seed/configuration.ts";
import { collect, createSdk, refusal } from "./okta-sdk.ts";
import { itUser, type ServedOrg, serveOrg } from "./served-org.ts";

let org: ServedOrg;
let sdk: ReturnType<typeof createSdk>;
beforeAll(async () => {
  org = await serveOrg();
  sdk = createSdk(org.url);
});
afterAll(() => org.close());

const itUserId = "00uixa271s6x7qt8I0h7";

describe("groups, as Okta's SDK manages them", () => {
  test("can be listed completely, page by page", async () => {
    const groups = await collect(sdk.groupApi.listGroups({ limit: 50 }));
    expect(groups.length).toBeGreaterThan(120);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
    expect(groups.find(({ profile }) => profile?.name === "IT")).toMatchObject({
      id: "00goeudyucv6CcaeV0h7",
      type: "OKTA_GROUP",
      created: expect.any(Date),
    });
  });

  test("can be found by the start of their name, and by a search", async () => {
    const byName = await collect(sdk.groupApi.listGroups({ q: "Midwest" }));
    expect(byName.map(({ profile }) => profile?.name)).toEqual(["Midwest Sales"]);
    const imported = await collect(sdk.groupApi.listGroups({ search: 'type eq "APP_GROUP"' }));
    expect(imported.map(({ profile }) => profile?.name)).toEqual(["Domain Users", "VPN Users"]);
  });

  test("can be created, renamed, given members and deleted", async () => {
    const { groupApi } = sdk;
    const group = { profile: { name: "Night shift", description: "Works while others sleep" } };
    const { id: groupId = "" } = await groupApi.createGroup({ group });
    expect(await groupApi.getGroup({ groupId })).toMatchObject(group);
    await groupApi.replaceGroup({ groupId, group: { profile: { name: "Late shift" } } });
    expect((await groupApi.getGroup({ groupId })).profile?.name).toBe("Late shift");

    await groupApi.assignUserToGroup({ groupId, userId: itUserId });
    const members = await collect(groupApi.listGroupUsers({ groupId }));
    expect(members.map(({ id }) => id)).toEqual([itUserId]);
    await groupApi.unassignUserFromGroup({ groupId, userId: itUserId });
    expect(await collect(groupApi.listGroupUsers({ groupId }))).toEqual([]);

    await groupApi.deleteGroup({ groupId });
    await expect(groupApi.getGroup({ groupId })).rejects.toEqual(refusal(404, "E0000007"));
  });
});

describe("users, as Okta's SDK manages them", () => {
  test("can be listed, and found by ID and by username", async () => {
    const people = await collect(sdk.userApi.listUsers({ limit: 3 }));
    expect(people.map(({ profile }) => profile?.login)).toContain(itUser);
    for (const userId of [itUserId, itUser])
      expect(await sdk.userApi.getUser({ userId })).toMatchObject({
        id: itUserId,
        status: "ACTIVE",
        created: expect.any(Date),
        profile: { firstName: "Ingrid", email: itUser },
      });
    const groups = await collect(sdk.userApi.listUserGroups({ userId: itUserId }));
    expect(groups.map(({ profile }) => profile?.name)).toEqual(["Everyone", "IT"]);
  });

  test("can be created with a password and groups, changed, deactivated and deleted", async () => {
    const { userApi } = sdk;
    const login = "ada.byron@example.com";
    const { id: userId = "" } = await userApi.createUser({
      activate: true,
      body: {
        profile: { login, email: login, firstName: "Ada", lastName: "Byron" },
        credentials: { password: { value: "an-engine-of-brass" } },
        groupIds: ["00goeudyucv6CcaeV0h7"],
      },
    });
    const groups = await collect(userApi.listUserGroups({ userId }));
    expect(groups.map(({ profile }) => profile?.name)).toEqual(["Everyone", "IT"]);

    await userApi.updateUser({ userId, user: { profile: { lastName: "Lovelace" } } });
    expect((await userApi.getUser({ userId })).profile).toMatchObject({
      firstName: "Ada",
      lastName: "Lovelace",
    });
    await userApi.deactivateUser({ userId });
    expect((await userApi.getUser({ userId })).status).toBe("DEPROVISIONED");
    await userApi.deleteUser({ userId });
    await expect(userApi.getUser({ userId })).rejects.toEqual(refusal(404, "E0000007"));
  });

  test("can't have a username that is taken", async () => {
    const profile = { login: itUser, email: itUser, firstName: "I", lastName: "H" };
    await expect(sdk.userApi.createUser({ body: { profile } })).rejects.toEqual(
      refusal(400, "E0000001"),
    );
  });
});

test("Okta's SDK gets errors for a group without a name, and for a wrong token", async () => {
  const nameless = sdk.groupApi.createGroup({ group: { profile: { name: "" } } });
  await expect(nameless).rejects.toEqual(refusal(400, "E0000001"));
  const stranger = createSdk(org.url, "another-orgs-token").groupApi.listGroups();
  await expect(collect(stranger)).rejects.toEqual(refusal(401, "E0000011"));
});

test("Okta's SDK retries after a 429", async () => {
  const response = await fetch(`${org.url}/demo/v1/faults`, {
    method: "POST",
    headers: { Authorization: "SSWS demo-api-token" },
    body: JSON.stringify({ path: "/api/v1/users", status: 429 }),
  });
  expect(response.status).toBe(200);
  expect(await collect(sdk.userApi.listUsers())).toHaveLength(seedConfiguration.users.length);
});
