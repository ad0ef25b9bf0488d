import { describe, expect, test } from "vitest";
import { exchangeCode } from "../../../test-support/client-calls.ts";
import { createCodeFlowOrg, signInForCode } from "../../../test-support/code-flow-org.ts";
import {
  baseUrl,
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  type TestOrg,
} from "../../../test-support/test-org.ts";
import { callApi, parseId } from "../test-api-client.ts";

const claims = `/apps/${clientId}/federated-claims`;
const team = { name: "team", expression: "user.profile.nickName" };

async function tokenize(org: TestOrg, scope: string, server: "" | "/default" = "") {
  const change = { response_type: "id_token token", scope };
  const reply = parseFragment(
    await org.openBrowser().signIn("it.user@example.com", change, server),
  );
  return { idToken: decode(reply.id_token), accessToken: decode(reply.access_token) };
}

describe("a federated claim", () => {
  test("is created, changed and deleted in the shape of Okta's FederatedClaim object", async () => {
    const org = await createTestOrg();
    const created = await callApi(org, "POST", claims, team);
    const path = `${claims}/${parseId(created)}`;
    const shown = await callApi(org, "GET", path);
    const replaced = await callApi(org, "PUT", path, { ...team, name: "nick" });
    const list = await callApi(org, "GET", claims);
    const deleted = await callApi(org, "DELETE", path);

    expect(created.status).toBe(201);
    expect(shown.body).toStrictEqual({
      id: expect.stringMatching(/^ofc\w{17}$/),
      ...team,
      created: "2026-01-01T00:00:00.000Z",
      lastUpdated: "2026-01-01T00:00:00.000Z",
    });
    expect(replaced).toMatchObject({ status: 200, body: { name: "nick" } });
    expect(list.body).toStrictEqual([replaced.body]);
    expect(deleted.status).toBe(204);
    expect((await callApi(org, "GET", path)).status).toBe(404);
  });

  test("is in the org server's ID tokens, thin ones too, and needs no scope", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", claims, team);
    const { idToken, accessToken } = await tokenize(org, "openid");
    const ofDefault = await tokenize(org, "openid", "/default");

    expect(idToken).toMatchObject({ team: "Inge", at_hash: expect.any(String) });
    expect(accessToken).not.toHaveProperty("team");
    expect(ofDefault.idToken).not.toHaveProperty("team");
  });

  test.each([
    ["user.id", "00uixa271s6x7qt8I0h7"],
    ["appuser.userName", "it.user@example.com"],
    ["user.getGroups({'group.type': {'OKTA_GROUP'}}).![profile.name]", ["IT"]],
    ["session.amr", ["pwd"]],
    ["user.profile.firstName.toUpperCase()", "INGRID"],
    ["user.getGroups({'group.profile.name': {'Every*','I*'}}).![profile.name].size()", 2],
  ])("has the value of the Identity Engine expression %s", async (expression, value) => {
    const org = await createTestOrg();
    expect((await callApi(org, "POST", claims, { ...team, expression })).status).toBe(201);

    expect((await tokenize(org, "openid")).idToken.team).toEqual(value);
  });

  test.each([
    ["with a reserved name", { name: "role" }, "name"],
    ["without an expression", { expression: undefined }, "expression"],
    ["with an invalid expression", { expression: "user.profile." }, "expression"],
    [
      "with an attribute of the classic language",
      { expression: "user.nickName" },
      "user.profile.nickName",
    ],
    [
      "with device, which isn't supported",
      { expression: "device.profile.managed" },
      "The demo org doesn't support device",
    ],
    [
      "with the session's ID",
      { expression: "session.id" },
      "The demo org doesn't support session.id",
    ],
    [
      "with a function of the classic language",
      { expression: "isMemberOfGroupName('IT')" },
      "user.isMemberOf",
    ],
  ])("is refused %s", async (_case, change, cause) => {
    const org = await createTestOrg();

    expect(await callApi(org, "POST", claims, { ...team, ...change })).toMatchObject({
      status: 400,
      body: { errorCauses: [{ errorSummary: expect.stringContaining(cause) }] },
    });
    expect((await callApi(org, "GET", claims)).body).toStrictEqual([]);
  });

  test.each(["groups", "email", "nonce"])(
    "can't have the name %s, and gets Okta's error",
    async (name) => {
      const org = await createTestOrg();
      const refused = {
        status: 400,
        body: {
          errorCode: "E0000001",
          errorSummary: "Api validation failed: federatedClaim",
          errorCauses: [{ errorSummary: `name: '${name}' is reserved and cannot be used` }],
        },
      };

      expect(await callApi(org, "POST", claims, { ...team, name })).toMatchObject(refused);
      const created = await callApi(org, "POST", claims, team);
      const path = `${claims}/${parseId(created)}`;
      expect(await callApi(org, "PUT", path, { ...team, name })).toMatchObject(refused);
    },
  );

  test.each(["user.getGroups()", "user.getGroups().![profile.name]", "user.lastLogin"])(
    "can be saved with the expression %s, but is left out of tokens",
    async (expression) => {
      const org = await createTestOrg();
      expect((await callApi(org, "POST", claims, { ...team, expression })).status).toBe(201);

      const { idToken } = await tokenize(org, "openid");
      expect(idToken).toHaveProperty("sub");
      expect(idToken).not.toHaveProperty("team");
    },
  );

  test.each([
    ["String.toUpperCase(user.profile.lastName)", "user.profile.lastName.toUpperCase()"],
    ["Arrays.size(user.profile.roles)", "user.profile.roles.size()"],
    ["user.login", "user.profile.login"],
  ])("is refused with %s, and the error suggests %s", async (expression, instead) => {
    const org = await createTestOrg();
    const created = await callApi(org, "POST", claims, team);
    const refused = {
      status: 400,
      body: { errorCauses: [{ errorSummary: expect.stringContaining(instead) }] },
    };

    expect(await callApi(org, "POST", claims, { name: "other", expression })).toMatchObject(
      refused,
    );
    const path = `${claims}/${parseId(created)}`;
    expect(await callApi(org, "PUT", path, { ...team, expression })).toMatchObject(refused);
    expect((await callApi(org, "GET", path)).body).toMatchObject(team);
  });

  describe("a claim that fails for a user", () => {
    const failing = { ...team, expression: "user.profile.firstName.toInteger()" };
    const error = "server_error";
    const error_description = "The 'team' user claim could not be evaluated.";

    test("refuses the authorize request", async () => {
      const org = await createTestOrg();
      await callApi(org, "POST", claims, failing);
      const reply = parseFragment(await org.openBrowser().signIn("it.user@example.com"));
      expect(reply).toMatchObject({ error, error_description });
    });

    test("refuses the token request and the UserInfo request", async () => {
      const org = await createCodeFlowOrg();
      const before = await exchangeCode(org, (await signInForCode(org.openBrowser())).code);
      await callApi(org, "POST", claims, failing);
      const after = await exchangeCode(org, (await signInForCode(org.openBrowser())).code);
      expect(after).toMatchObject({ status: 400, body: { error, error_description } });
      const headers = { Authorization: `Bearer ${before.body.access_token}` };
      const userInfo = await org.fetch(new Request(`${baseUrl}/oauth2/v1/userinfo`, { headers }));
      expect(await userInfo.json()).toEqual({ error, error_description });
    });

    test("refuses the token preview", async () => {
      const org = await createTestOrg();
      await callApi(org, "POST", claims, failing);
      const preview = await callApi(org, "POST", "/demo/v1/token-preview", {
        serverId: null,
        clientId,
        grantType: "implicit",
        responseType: "id_token",
        userId: "it.user@example.com",
        scopes: ["openid"],
      });
      expect(preview.body).toMatchObject({
        kind: "refused",
        error,
        errorDescription: error_description,
        reason: "user_claim_evaluation_failure",
      });
    });
  });

  test("must have a unique name", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", claims, team);

    expect((await callApi(org, "POST", claims, team)).status).toBe(400);
  });
});
