import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { exchangeCode } from "../../test-support/client-calls.ts";
import {
  configureCodeFlow,
  createCodeFlowOrg,
  implicitOnly,
  signInForCode,
} from "../../test-support/code-flow-org.ts";
import {
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  type TestOrg,
} from "../../test-support/test-org.ts";
import { callApi, parseId } from "../management/test-api-client.ts";

const ingrid = "00uixa271s6x7qt8I0h7";
const login = "it.user@example.com";

type Answer = { readonly status: number; readonly body: unknown };

const implicit = {
  serverId: null,
  clientId,
  grantType: "implicit",
  responseType: "id_token",
  userId: ingrid,
  scopes: ["openid", "groups"],
};

function preview(org: TestOrg, change: object = {}): Promise<Answer> {
  return callApi(org, "POST", "/demo/v1/token-preview", { ...implicit, ...change });
}

/** Leaves out the claims that differ at each sign-in. */
function compare(payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { jti, nonce, at_hash, c_hash, ...rest } = payload;
  const has = (value: unknown) => value !== undefined;
  return { ...rest, hasHashes: [has(nonce), has(at_hash), has(c_hash)], hasId: has(jti) };
}

const tokenSchema = v.nullable(v.object({ payload: v.record(v.string(), v.unknown()) }));
const previewSchema = v.object({ idToken: tokenSchema, accessToken: tokenSchema });

function parsePayloads({ body }: Answer) {
  const { idToken, accessToken } = v.parse(previewSchema, body);
  return {
    idToken: idToken && compare(idToken.payload),
    accessToken: accessToken && compare(accessToken.payload),
  };
}

const compareToken = (token: string | undefined) =>
  token === undefined ? null : compare(decode(token));

describe("a token preview", () => {
  test.each([
    [null, "id_token"],
    [null, "token"],
    [null, "id_token token"],
    ["default", "id_token"],
    ["default", "token"],
    ["default", "id_token token"],
  ])("for server %s and %s shows the same tokens as a sign-in", async (serverId, responseType) => {
    const org = await createTestOrg();
    const scopes = ["openid", "profile", "email"];
    const request = { response_type: responseType, scope: scopes.join(" ") };
    const path = serverId === null ? "" : "/default";
    const reply = parseFragment(await org.openBrowser().signIn(login, request, path));
    const shown = await preview(org, { serverId, responseType, scopes });
    expect(shown.status).toBe(200);
    expect(parsePayloads(shown)).toEqual({
      idToken: compareToken(reply.id_token),
      accessToken: compareToken(reply.access_token),
    });
  });

  test.each([null, "default"])(
    "for server %s shows the same tokens as the exchange of a code",
    async (serverId) => {
      const org = await createCodeFlowOrg();
      const path = serverId === null ? "" : "/default";
      const scopes = ["openid", "profile"];
      const request = { scope: scopes.join(" "), nonce: "n" };
      const { code } = await signInForCode(org.openBrowser(), request, path);
      const { body: tokens } = await exchangeCode(org, code, {}, path);
      const shown = await preview(org, {
        serverId,
        grantType: "authorization_code",
        responseType: "code",
        scopes,
      });
      expect(parsePayloads(shown)).toEqual({
        idToken: compareToken(tokens.id_token),
        accessToken: compareToken(tokens.access_token),
      });
    },
  );

  test("shows the tokens of the authorization endpoint for a hybrid type", async () => {
    const org = await createCodeFlowOrg();
    const shown = await preview(org, {
      grantType: "authorization_code",
      responseType: "code id_token",
    });
    expect(shown.body).toMatchObject({
      kind: "tokens",
      idToken: { payload: { c_hash: expect.any(String), groups: ["Everyone", "IT"] } },
      accessToken: { payload: { uid: ingrid } },
    });
  });

  test("shows the token of the client credentials flow", async () => {
    const configuration = configureCodeFlow({
      settings: { grant_types: ["client_credentials"], response_types: ["token"] },
      credentials: {
        token_endpoint_auth_method: "client_secret_post",
        client_secret: "a-secret-of-the-app",
      },
    });
    const org = await createCodeFlowOrg(configuration);
    const server = "/authorizationServers/default";
    await callApi(org, "POST", `${server}/scopes`, { name: "crm:read" });
    const policy = await callApi(org, "POST", `${server}/policies`, {
      name: "Services",
      conditions: { clients: { include: [clientId] } },
    });
    const question = {
      serverId: "default",
      clientId,
      grantType: "client_credentials",
      scopes: ["crm:read"],
    };
    const fetchPreview = () => callApi(org, "POST", "/demo/v1/token-preview", question);
    expect((await fetchPreview()).body).toMatchObject({
      kind: "refused",
      reason: "no_matching_policy",
    });

    await callApi(org, "POST", `${server}/policies/${parseId(policy)}/rules`, {
      name: "Services",
      conditions: {
        grantTypes: { include: ["client_credentials"] },
        scopes: { include: ["crm:read"] },
      },
    });
    expect((await fetchPreview()).body).toMatchObject({
      kind: "tokens",
      idToken: null,
      accessToken: { payload: { cid: clientId, sub: clientId, scp: ["crm:read"] } },
    });
  });

  test.each([
    [
      "the user is not assigned to the app",
      { userId: "outside.user@example.com" },
      "user_not_assigned",
    ],
    ["the app is unknown", { clientId: "0oanobody" }, "invalid_client_id"],
    ["a scope is unknown", { serverId: "default" }, "no_matching_scope"],
    [
      "too many groups match",
      { userId: "many.groups@example.com" },
      "too_many_groups_in_groups_claim",
    ],
    [
      "the app can't use client credentials",
      { grantType: "client_credentials", serverId: "default" },
      "unauthorized_client",
    ],
  ])("shows the error if %s", async (_why, change, reason) => {
    const { status, body } = await preview(await createTestOrg(), change);
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: "refused",
      error: expect.any(String),
      errorDescription: expect.any(String),
      reason,
    });
  });

  test("shows the error if the app can't use codes", async () => {
    const change = { grantType: "authorization_code", responseType: "code" };
    const { body } = await preview(await createCodeFlowOrg(implicitOnly), change);
    expect(body).toMatchObject({ kind: "refused", reason: "unsupported_response_type" });
  });

  test("shows the error if a claim can't be evaluated, or the policy was deleted", async () => {
    const org = await createTestOrg();
    const server = "/authorizationServers/default";
    const question = { serverId: "default", scopes: ["openid"] };
    await callApi(org, "POST", `${server}/claims`, {
      name: "broken",
      claimType: "IDENTITY",
      valueType: "EXPRESSION",
      value: "user.",
    });
    expect((await preview(org, question)).body).toMatchObject({
      kind: "refused",
      errorDescription: "The 'broken' user claim could not be evaluated.",
      reason: "user_claim_evaluation_failure",
    });
    await callApi(org, "DELETE", `${server}/policies/00popenToEveryone0h7`);
    expect((await preview(org, question)).body).toMatchObject({ reason: "no_matching_policy" });
  });

  test("is not logged", async () => {
    const org = await createTestOrg();
    const count = async () => (await callApi(org, "GET", "/logs")).body;
    const before = await count();
    await preview(org);
    await preview(org, { userId: "outside.user@example.com" });
    expect(await count()).toEqual(before);
  });

  test.each([
    ["an unknown server", { serverId: "ausnothing" }, 404],
    ["an unknown user", { userId: "00unobody" }, 404],
    ["an unknown grant type", { grantType: "telepathy" }, 400],
    ["a code with the implicit grant", { responseType: "code" }, 400],
  ])("is refused for %s", async (_what, change, status) => {
    expect((await preview(await createTestOrg(), change)).status).toBe(status);
  });

  test("needs the API token", async () => {
    const org = await createTestOrg();
    const response = await callApi(org, "POST", "/demo/v1/token-preview", implicit, { token: "x" });
    expect(response.status).toBe(401);
  });
});
