import { describe, expect, test } from "vitest";
import {
  createTestOrg,
  decode,
  parseFragment,
  type TestOrg,
} from "../../../test-support/test-org.ts";
import { callApi, parseCauses, parseId } from "../test-api-client.ts";

const itUser = "it.user@example.com";
const joe = "joe.user@example.com";

const inSales = 'user.department=="Sales"';

function describeRule(groupId: string, value = inSales, people?: object) {
  return {
    type: "group_rule",
    name: "Sales people",
    conditions: {
      expression: { type: "urn:okta:expression:1.0", value },
      ...(people && { people }),
    },
    actions: { assignUserToGroups: { groupIds: [groupId] } },
  };
}

async function createGroup(org: TestOrg, name = "Sales"): Promise<string> {
  return parseId(await callApi(org, "POST", "/groups", { profile: { name } }));
}

async function createRule(org: TestOrg, groupId: string, value?: string, people?: object) {
  const body = describeRule(groupId, value, people);
  const id = parseId(await callApi(org, "POST", "/groups/rules", body));
  await callApi(org, "POST", `/groups/rules/${id}/lifecycle/activate`);
  return id;
}

const setDepartment = (org: TestOrg, username: string, department: string | null) =>
  callApi(org, "POST", `/users/${username}`, { profile: { department } });

async function listMembers(org: TestOrg, groupId: string): Promise<readonly string[]> {
  const { body } = await callApi(org, "GET", `/groups/${groupId}/users`);
  return Array.isArray(body) ? body.map(({ profile }) => profile.login) : [];
}

async function createOrgWithRule() {
  const org = await createTestOrg();
  const groupId = await createGroup(org);
  await setDepartment(org, joe, "Sales");
  const ruleId = await createRule(org, groupId);
  return { org, groupId, ruleId };
}

describe("a group rule", () => {
  test("is inactive when it is created, and adds members when it is activated", async () => {
    const org = await createTestOrg();
    const groupId = await createGroup(org);
    await setDepartment(org, joe, "Sales");
    const created = await callApi(org, "POST", "/groups/rules", describeRule(groupId));
    expect(created).toMatchObject({
      status: 200,
      body: {
        type: "group_rule",
        status: "INACTIVE",
        conditions: { people: { users: { exclude: [] }, groups: { exclude: [] } } },
      },
    });
    expect(await listMembers(org, groupId)).toEqual([]);
    const path = `/groups/rules/${parseId(created)}`;
    expect((await callApi(org, "POST", `${path}/lifecycle/activate`)).status).toBe(204);
    expect(await listMembers(org, groupId)).toEqual([joe]);
    expect((await callApi(org, "GET", path)).body).toMatchObject({ status: "ACTIVE" });
  });

  test("adds and removes members when profiles change, also new users, and their tokens show the group", async () => {
    const { org, groupId } = await createOrgWithRule();
    await setDepartment(org, itUser, "Sales");
    const login = "new.seller@example.com";
    const profile = { login, email: login, firstName: "N", lastName: "S", department: "Sales" };
    const credentials = { password: { value: "a-long-password" } };
    await callApi(org, "POST", "/users", { profile, credentials });
    await setDepartment(org, joe, "IT");
    expect(await listMembers(org, groupId)).toEqual([itUser, login]);
    const response = parseFragment(await org.openBrowser().signIn(itUser));
    expect(decode(response.id_token).groups).toContain("Sales");
  });

  test("keeps its members while it is inactive, and ignores changed profiles", async () => {
    const { org, groupId, ruleId } = await createOrgWithRule();
    await callApi(org, "POST", `/groups/rules/${ruleId}/lifecycle/deactivate`);
    await setDepartment(org, joe, "IT");
    await setDepartment(org, itUser, "Sales");
    expect(await listMembers(org, groupId)).toEqual([joe]);
    await callApi(org, "POST", `/groups/rules/${ruleId}/lifecycle/activate`);
    expect(await listMembers(org, groupId)).toEqual([itUser]);
  });

  test("excludes a member whom an admin removes from the group", async () => {
    const { org, groupId, ruleId } = await createOrgWithRule();
    const { body } = await callApi(org, "GET", `/users/${joe}`);
    const userId = parseId({ body });
    await callApi(org, "DELETE", `/groups/${groupId}/users/${userId}`);
    await setDepartment(org, itUser, "Sales");
    expect(await listMembers(org, groupId)).toEqual([itUser]);
    expect((await callApi(org, "GET", `/groups/rules/${ruleId}`)).body).toMatchObject({
      conditions: { people: { users: { exclude: [userId] } } },
    });
  });

  test("doesn't remove members whom it has not added, or deactivated users", async () => {
    const { org, groupId } = await createOrgWithRule();
    const userId = parseId(await callApi(org, "GET", `/users/${itUser}`));
    await callApi(org, "PUT", `/groups/${groupId}/users/${userId}`);
    await setDepartment(org, itUser, "IT");
    expect(await listMembers(org, groupId)).toContain(itUser);
    await callApi(org, "POST", `/users/${joe}/lifecycle/deactivate`);
    await setDepartment(org, joe, "IT");
    expect(await listMembers(org, groupId)).toContain(joe);
  });

  test.each([
    ["without removeUsers", "", [joe]],
    ["with removeUsers", "?removeUsers=true", []],
  ])("can be deleted %s", async (_case, query, members) => {
    const { org, groupId, ruleId } = await createOrgWithRule();
    const deleted = await callApi(org, "DELETE", `/groups/rules/${ruleId}${query}`);
    expect(deleted.status).toBe(202);
    expect(await listMembers(org, groupId)).toEqual(members);
    expect((await callApi(org, "GET", `/groups/rules/${ruleId}`)).status).toBe(404);
  });

  test("doesn't remove a member whom another rule also adds", async () => {
    const { org, groupId, ruleId } = await createOrgWithRule();
    await createRule(org, groupId, `String.startsWith(user.login, "joe")`);
    await callApi(org, "DELETE", `/groups/rules/${ruleId}?removeUsers=true`);
    await setDepartment(org, joe, "IT");
    expect(await listMembers(org, groupId)).toEqual([joe]);
  });

  test("can depend on a group that another rule fills", async () => {
    const { org, groupId } = await createOrgWithRule();
    const partners = await createGroup(org, "Partners");
    await createRule(org, partners, `isMemberOfAnyGroup("${groupId}")`);
    expect(await listMembers(org, partners)).toEqual([joe]);
    await setDepartment(org, joe, "IT");
    expect(await listMembers(org, partners)).toEqual([]);
  });

  test("can contradict itself without an endless loop", async () => {
    const { org } = await createOrgWithRule();
    const one = await createGroup(org, "One");
    await createRule(org, one, `!isMemberOfGroup("${one}")`);
    expect((await callApi(org, "GET", "/groups/rules")).status).toBe(200);
  });

  test("excludes users and members of groups", async () => {
    const org = await createTestOrg();
    const groupId = await createGroup(org);
    const userId = parseId(await callApi(org, "GET", `/users/${joe}`));
    await createRule(org, groupId, `String.stringContains(user.login, "@")`, {
      users: { exclude: [userId] },
      groups: { exclude: ["00goeudyucv6CcaeV0h7"] },
    });
    const members = await listMembers(org, groupId);
    expect(members).toContain("new.user@example.com");
    for (const excluded of [joe, itUser]) expect(members).not.toContain(excluded);
  });

  test("becomes invalid when its group is deleted", async () => {
    const { org, groupId, ruleId } = await createOrgWithRule();
    await callApi(org, "DELETE", `/groups/${groupId}`);
    const path = `/groups/rules/${ruleId}`;
    expect((await callApi(org, "GET", path)).body).toMatchObject({ status: "INVALID" });
    expect((await callApi(org, "POST", `${path}/lifecycle/activate`)).status).toBe(403);
  });

  test("can be changed only while it is inactive, and keeps its groups", async () => {
    const { org, groupId, ruleId } = await createOrgWithRule();
    const path = `/groups/rules/${ruleId}`;
    const changed = { ...describeRule(groupId, 'user.department=="IT"'), name: "IT people" };
    expect((await callApi(org, "PUT", path, changed)).status).toBe(403);
    await callApi(org, "POST", `${path}/lifecycle/deactivate`);
    const other = await createGroup(org, "Other");
    const actions = { assignUserToGroups: { groupIds: [other] } };
    expect(await callApi(org, "PUT", path, { ...changed, actions })).toMatchObject({
      status: 200,
      body: { name: "IT people", actions: { assignUserToGroups: { groupIds: [groupId] } } },
    });
  });

  test("still manages its members after an export and import", async () => {
    const { org, groupId } = await createOrgWithRule();
    const { body } = await callApi(org, "GET", "/demo/v1/configuration");
    expect((await callApi(org, "PUT", "/demo/v1/configuration", body)).status).toBeLessThan(300);
    await setDepartment(org, joe, "IT");
    expect(await listMembers(org, groupId)).toEqual([]);
  });

  test("is found by its name, and can be returned with the names of its groups", async () => {
    const { org, groupId, ruleId } = await createOrgWithRule();
    const query = "?search=sales&expand=groupIdToGroupNameMap";
    const { body } = await callApi(org, "GET", `/groups/rules${query}`);
    expect(body).toMatchObject([
      { id: ruleId, _embedded: { groupIdToGroupNameMap: { [groupId]: "Sales" } } },
    ]);
    expect((await callApi(org, "GET", "/groups/rules?search=nothing")).body).toEqual([]);
  });

  test.each([
    [
      "an expression with a mistake",
      { value: "user.department ==" },
      "conditions.expression.value",
    ],
    ["an app's attribute", { value: 'app.id=="a"' }, "group rule"],
    ["an unknown group", { groupId: "00gUnknown" }, "There is no group"],
    ["an unknown user", { people: { users: { exclude: ["00uUnknown"] } } }, "There is no user"],
  ])("is refused with %s", async (_case, change, cause) => {
    const org = await createTestOrg();
    const { groupId = await createGroup(org), value, people } = { ...none, ...change };
    const refused = await callApi(
      org,
      "POST",
      "/groups/rules",
      describeRule(groupId, value, people),
    );
    expect(refused.status).toBe(400);
    expect(parseCauses(refused).join()).toContain(cause);
  });

  test("is logged in the System Log when it is activated", async () => {
    const { org, ruleId } = await createOrgWithRule();
    const { body } = await callApi(org, "GET", "/logs");
    expect(body).toContainEqual(
      expect.objectContaining({
        eventType: "group.user_membership.rule.trigger",
        target: [expect.objectContaining({ type: "GroupRule", id: ruleId })],
      }),
    );
  });

  test("can't add users to Everyone", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "GET", "/groups?q=Everyone");
    const id = Array.isArray(body) ? body[0].id : "";
    expect((await callApi(org, "POST", "/groups/rules", describeRule(id))).status).toBe(403);
  });
});

const none: { groupId?: string; value?: string; people?: object } = {};
