import { describe, expect, test } from "vitest";
import { clientId, createTestOrg, parseFragment } from "../../../test-support/test-org.ts";
import { callApi } from "../test-api-client.ts";
import { ingrid, it, loginsOf } from "./test-user-client.ts";

describe("a user's lifecycle", () => {
  test("suspends a user, who then can't sign in, and unsuspends the user", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", `/users/${ingrid}/lifecycle/suspend`);
    const again = await callApi(org, "POST", `/users/${ingrid}/lifecycle/suspend`);
    const keptOut = await org.openBrowser().signIn("it.user@example.com");

    expect(again).toMatchObject({
      status: 400,
      body: { errorCauses: [{ errorSummary: "Cannot suspend a user that is not active" }] },
    });
    expect(keptOut.headers.get("Location")).toBeNull();

    await callApi(org, "POST", `/users/${ingrid}/lifecycle/unsuspend`);
    const letIn = await org.openBrowser().signIn("it.user@example.com");

    expect(parseFragment(letIn)).toHaveProperty("id_token");
    expect((await callApi(org, "POST", `/users/${ingrid}/lifecycle/unsuspend`)).status).toBe(400);
  });

  test("deletes a user in two steps: deactivation, then deletion with all assignments", async () => {
    const org = await createTestOrg();
    const first = await callApi(org, "DELETE", `/users/${ingrid}`);
    const between = await callApi(org, "GET", `/users/${ingrid}`);
    const groups = await callApi(org, "GET", `/users/${ingrid}/groups`);

    expect(first).toMatchObject({ status: 204, body: undefined });
    expect(between.body).toHaveProperty("status", "DEPROVISIONED");
    expect(groups.body).toContainEqual(expect.objectContaining({ id: it }));

    const second = await callApi(org, "DELETE", `/users/${ingrid}`);
    const third = await callApi(org, "DELETE", `/users/${ingrid}`);
    const members = await callApi(org, "GET", `/groups/${it}/users`);

    expect([second.status, third.status]).toStrictEqual([204, 404]);
    expect(loginsOf(members)).not.toContain("it.user@example.com");
    expect(JSON.stringify(await org.store.get("configuration"))).not.toContain(ingrid);
  });

  test("removes a deactivated user's direct app assignments", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", `/users/${ingrid}/lifecycle/deactivate`);
    await callApi(org, "POST", `/users/${ingrid}/lifecycle/activate`);

    const response = await org.openBrowser().signIn("it.user@example.com", { client_id: clientId });

    expect(parseFragment(response)).toHaveProperty("error", "access_denied");
  });
});
