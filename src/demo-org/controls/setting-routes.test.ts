import { describe, expect, test } from "vitest";
import { callApi } from "../management/test-api-client.ts";
import { createCodeFlowOrg, signInForCode, verifier } from "../test-code-flow-org.ts";
import {
  baseUrl,
  clientId,
  createTestOrg,
  decode,
  redirectUri,
  type TestOrg,
} from "../test-org.ts";

const path = "/demo/v1/settings";

/** The claims of the ID token that a code is exchanged for. */
async function readIdToken(org: TestOrg): Promise<Record<string, unknown>> {
  const { code = "" } = await signInForCode(org.openBrowser(), { scope: "openid groups" });
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    code,
  });
  const answer = await org.answer(
    new Request(`${baseUrl}/oauth2/v1/token`, { method: "POST", body }),
  );
  const { id_token: token }: { id_token?: string } = await answer.json();
  return decode(token);
}

describe("an older org", () => {
  test("gives a thin ID token for a code, and a newer one a fat one", async () => {
    const org = await createCodeFlowOrg();
    expect(await readIdToken(org)).toHaveProperty("groups");
    expect((await callApi(org, "PUT", path, { codeFlowIdToken: "thin" })).status).toBe(200);
    expect((await callApi(org, "GET", path)).body).toEqual({ codeFlowIdToken: "thin" });
    expect(await readIdToken(org)).not.toHaveProperty("groups");
  });

  test.each([{}, { codeFlowIdToken: "medium" }, { codeFlowIdToken: "fat", orgId: "00o" }])(
    "is not made by %j",
    async (body) => {
      const { status } = await callApi(await createTestOrg(), "PUT", path, body);
      expect(status).toBe(400);
    },
  );
});
