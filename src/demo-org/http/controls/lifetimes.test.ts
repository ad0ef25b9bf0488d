import { describe, expect, test } from "vitest";
import { callAsClient, exchangeCode } from "../../test-support/client-calls.ts";
import { createCodeFlowOrg, signInForCode } from "../../test-support/code-flow-org.ts";
import { clientId, createTestOrg, decode, parseFragment } from "../../test-support/test-org.ts";
import { callApi } from "../management/test-api-client.ts";

const path = "/demo/v1/lifetimes";
const person = "it.user@example.com";

describe("custom lifetimes", () => {
  test("apply to tokens that are issued later", async () => {
    const org = await createTestOrg();
    const chosen = { idTokenSeconds: 5, accessTokenSeconds: 7 };
    expect((await callApi(org, "PUT", path, chosen)).body).toEqual(chosen);

    const browser = org.openBrowser();
    const response = parseFragment(
      await browser.signIn(person, { response_type: "id_token token" }),
    );
    const { iat, exp } = decode(response.id_token);
    expect(Number(exp) - Number(iat)).toBe(5);
    expect(response.expires_in).toBe("7");

    const headers = { Authorization: `Bearer ${response.access_token}` };
    expect((await browser.get("/oauth2/v1/userinfo", headers)).status).toBe(200);
    org.advance(8);
    expect((await browser.get("/oauth2/v1/userinfo", headers)).status).toBe(401);
  });

  test("apply to sessions", async () => {
    const org = await createTestOrg();
    await callApi(org, "PUT", path, { sessionSeconds: 10 });
    const browser = org.openBrowser();
    await browser.signIn(person);
    org.advance(11);
    const response = await browser.authorize({ prompt: "none" });
    expect(response.headers.get("Location")).toContain("error=login_required");
  });

  test("apply to codes, and to refresh tokens even if they are used", async () => {
    const org = await createCodeFlowOrg();
    await callApi(org, "PUT", path, { codeSeconds: 10, refreshTokenSeconds: 60 });
    const scope = { scope: "openid offline_access" };
    const late = await signInForCode(org.openBrowser(), scope);
    org.advance(11);
    expect((await exchangeCode(org, late.code)).body).toMatchObject({ error: "invalid_grant" });

    const { code } = await signInForCode(org.openBrowser(), scope);
    const { refresh_token } = (await exchangeCode(org, code)).body;
    const form = { client_id: clientId, grant_type: "refresh_token", refresh_token };
    const renew = async () => (await callAsClient(org, "/oauth2/v1/token", form)).body;
    org.advance(40);
    expect(await renew()).toHaveProperty("access_token");
    org.advance(40);
    expect(await renew()).toMatchObject({ error: "invalid_grant" });
  });

  test("are replaced by the org's own lifetimes after a reset", async () => {
    const org = await createTestOrg();
    await callApi(org, "PUT", path, { idTokenSeconds: 5 });
    expect((await callApi(org, "DELETE", path)).status).toBe(204);
    expect((await callApi(org, "GET", path)).body).toEqual({});
    const { iat, exp } = decode(parseFragment(await org.openBrowser().signIn(person)).id_token);
    expect(Number(exp) - Number(iat)).toBe(3600);
  });

  test.each([
    [{ idTokenSeconds: 0 }],
    [{ codeSeconds: 1.5 }],
    [{ sessionSeconds: "1" }],
    [{ id: 1 }],
  ])("are refused if they are %j", async (body) => {
    expect((await callApi(await createTestOrg(), "PUT", path, body)).status).toBe(400);
  });
});
