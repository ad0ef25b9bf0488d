// biome-ignore lint/style/noRestrictedImports: what Okta's own client makes of the org's API is the question here.
import { Client, type Collection } from "@okta/okta-sdk-nodejs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedOrg, serveOrg } from "./served-org.ts";

let org: ServedOrg;
let client: Client;
beforeAll(async () => {
  org = await serveOrg();
  client = createClient("demo-api-token");
});
afterAll(() => org.close());

/** Without the SDK's memory of what it has read. */
function createClient(token: string): Client {
  return new Client({ orgUrl: org.url, token, cacheMiddleware: null });
}

/** Every page of a list. */
async function collect<T>(list: Promise<Collection<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  await (await list).each((item) => void items.push(item));
  return items;
}

/** What the SDK throws for an error in Okta's shape. */
const refusal = (status: number, errorCode: string) =>
  expect.objectContaining({ status, errorCode });

describe("groups, as Okta's SDK manages them", () => {
  test("are listed page by page, all of them", async () => {
    const { groupApi } = client;
    const groups = await collect(groupApi.listGroups({ limit: 50 }));
    expect(groups.length).toBeGreaterThan(120);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
    expect(groups.find(({ profile }) => profile?.name === "IT")).toMatchObject({
      id: "00goeudyucv6CcaeV0h7",
      type: "OKTA_GROUP",
      created: expect.any(Date),
    });
  });

  test("are found by the beginning of their name, and by a search", async () => {
    const { groupApi } = client;
    const byName = await collect(groupApi.listGroups({ q: "Midwest" }));
    expect(byName.map(({ profile }) => profile?.name)).toEqual(["Midwest Sales"]);
    const imported = await collect(groupApi.listGroups({ search: 'type eq "APP_GROUP"' }));
    expect(imported.map(({ profile }) => profile?.name)).toEqual(["Domain Users", "VPN Users"]);
  });

  test("are made, renamed, filled, emptied and deleted", async () => {
    const { groupApi } = client;
    const group = { profile: { name: "Night shift", description: "Works while others sleep" } };
    const { id: groupId = "" } = await groupApi.createGroup({ group });
    expect(await groupApi.getGroup({ groupId })).toMatchObject(group);
    await groupApi.replaceGroup({ groupId, group: { profile: { name: "Late shift" } } });
    expect((await groupApi.getGroup({ groupId })).profile?.name).toBe("Late shift");

    const userId = "00uixa271s6x7qt8I0h7";
    await groupApi.assignUserToGroup({ groupId, userId });
    const members = await collect(groupApi.listGroupUsers({ groupId }));
    expect(members.map(({ id }) => id)).toEqual([userId]);
    await groupApi.unassignUserFromGroup({ groupId, userId });
    expect(await collect(groupApi.listGroupUsers({ groupId }))).toEqual([]);

    await groupApi.deleteGroup({ groupId });
    await expect(groupApi.getGroup({ groupId })).rejects.toEqual(refusal(404, "E0000007"));
  });
});

test("Okta's SDK is refused without a name for a group, and with a wrong token", async () => {
  const nameless = client.groupApi.createGroup({ group: { profile: { name: "" } } });
  await expect(nameless).rejects.toEqual(refusal(400, "E0000001"));
  const stranger = createClient("another-orgs-token").groupApi.listGroups();
  await expect(collect(stranger)).rejects.toEqual(refusal(401, "E0000011"));
});
