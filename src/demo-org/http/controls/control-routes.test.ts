import { describe, expect, test } from "vitest";
import { exchangeCode } from "../../test-support/client-calls.ts";
import { createCodeFlowOrg, signInForCode } from "../../test-support/code-flow-org.ts";
import { createTestOrg, decode, type TestOrg } from "../../test-support/test-org.ts";
import { callApi } from "../management/test-api-client.ts";

const path = "/demo/v1/settings";

async function fetchIdToken(org: TestOrg): Promise<Record<string, unknown>> {
  const { code } = await signInForCode(org.openBrowser(), { scope: "openid groups" });
  return decode((await exchangeCode(org, code)).body.id_token);
}

describe("the setting codeFlowIdToken", () => {
  test("decides whether the code flow returns a fat or a thin ID token", async () => {
    const org = await createCodeFlowOrg();
    expect(await fetchIdToken(org)).toHaveProperty("groups");
    expect((await callApi(org, "PUT", path, { codeFlowIdToken: "thin" })).status).toBe(200);
    expect((await callApi(org, "GET", path)).body).toEqual({ codeFlowIdToken: "thin" });
    expect(await fetchIdToken(org)).not.toHaveProperty("groups");
  });

  test.each([{}, { codeFlowIdToken: "medium" }, { codeFlowIdToken: "fat", orgId: "00o" }])(
    "can't be changed with %j",
    async (body) => {
      const { status } = await callApi(await createTestOrg(), "PUT", path, body);
      expect(status).toBe(400);
    },
  );
});

test("the session API returns the signed-in user, or null without an error", async () => {
  const browser = (await createTestOrg()).openBrowser();
  const load = async () => {
    const response = await browser.get("/demo/v1/session", {
      Authorization: "SSWS demo-api-token",
    });
    return [response.status, await response.json()];
  };
  expect(await load()).toEqual([200, { login: null }]);
  await browser.signIn("it.user@example.com");
  expect(await load()).toEqual([200, { login: "it.user@example.com" }]);
  expect((await browser.get("/demo/v1/session")).status).toBe(401);
});
