import { afterAll, beforeAll, expect, test } from "vitest";
import { collect, createSdk } from "./okta-sdk.ts";
import { type ServedOrg, serveOrg } from "./served-org.ts";

let org: ServedOrg;
beforeAll(async () => {
  org = await serveOrg();
});
afterAll(() => org.close());

test("Okta's SDK reads the System Log page by page", async () => {
  const sdk = createSdk(org.url);
  const { id: userId = "" } = await sdk.userApi.createUser({
    body: {
      profile: {
        firstName: "Lo",
        lastName: "G",
        email: "log@example.com",
        login: "log@example.com",
      },
    },
  });
  const { id: groupId = "" } = await sdk.groupApi.createGroup({
    group: { profile: { name: "Night shift" } },
  });
  await sdk.groupApi.assignUserToGroup({ groupId, userId });

  const { systemLogApi } = sdk;
  const events = await collect(systemLogApi.listLogEvents({ limit: 1 }));
  expect(events).toMatchObject([
    { eventType: "user.lifecycle.create", published: expect.any(Date) },
    { eventType: "group.lifecycle.create", outcome: { result: "SUCCESS" } },
    { eventType: "group.user_membership.add" },
  ]);

  const filter = `target.id eq "${userId}" and eventType sw "group."`;
  const found = await collect(systemLogApi.listLogEvents({ filter, sortOrder: "DESCENDING" }));
  expect(found).toEqual(events.slice(2));
});
