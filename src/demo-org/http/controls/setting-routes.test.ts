import { describe, expect, test } from "vitest";
import { exchangeCode } from "../../test-support/client-calls.ts";
import { createCodeFlowOrg, signInForCode } from "../../test-support/code-flow-org.ts";
import { createTestOrg, decode, type TestOrg } from "../../test-support/test-org.ts";
import { callApi } from "../management/test-api-client.ts";

const path = "/demo/v1/settings";

/** The claims of the ID token that a code is exchanged for. */
async function readIdToken(org: TestOrg): Promise<Record<string, unknown>> {
  const { code } = await signInForCode(org.openBrowser(), { scope: "openid groups" });
  return decode((await exchangeCode(org, code)).body.id_token);
}

describe("an older org", () => {
  test("returns a thin ID token for a code, a newer org a fat one", async () => {
    const org = await createCodeFlowOrg();
    expect(await readIdToken(org)).toHaveProperty("groups");
    expect((await callApi(org, "PUT", path, { codeFlowIdToken: "thin" })).status).toBe(200);
    expect((await callApi(org, "GET", path)).body).toEqual({ codeFlowIdToken: "thin" });
    expect(await readIdToken(org)).not.toHaveProperty("groups");
  });

  test.each([{}, { codeFlowIdToken: "medium" }, { codeFlowIdToken: "fat", orgId: "00o" }])(
    "can't be set with %j",
    async (body) => {
      const { status } = await callApi(await createTestOrg(), "PUT", path, body);
      expect(status).toBe(400);
    },
  );
});
