import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { callAsClient, exchangeCode } from "../../test-support/client-calls.ts";
import {
  configureCodeFlow,
  createCodeFlowOrg,
  signInForCode,
} from "../../test-support/code-flow-org.ts";
import { clientId, decode, redirectUri } from "../../test-support/test-org.ts";

const hashLeftHalf = (value: unknown) =>
  createHash("sha256").update(String(value)).digest().subarray(0, 16).toString("base64url");

describe("a code with its verifier", () => {
  test("returns both tokens, and a fat ID token with groups on the org server", async () => {
    const org = await createCodeFlowOrg();
    const scope = "openid profile groups";
    const { code, state } = await signInForCode(org.openBrowser(), { scope, nonce: "n-1" });
    expect(state).toBe("myState");
    const { status, body, headers } = await exchangeCode(org, code);

    expect(status).toBe(200);
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3600, scope });
    expect(body).not.toHaveProperty("refresh_token");
    expect(decode(body.id_token)).toMatchObject({
      nonce: "n-1",
      groups: ["Everyone", "IT"],
      given_name: "Ingrid",
      at_hash: hashLeftHalf(body.access_token),
    });
    expect(decode(body.access_token)).not.toHaveProperty("groups");
  });

  test("returns a thin ID token on a custom server, and in an older org", async () => {
    const custom = await createCodeFlowOrg();
    const scope = "openid profile";
    const { code } = await signInForCode(custom.openBrowser(), { scope }, "/default");
    const { body } = await exchangeCode(custom, code, {}, "/default");
    expect(decode(body.id_token)).toHaveProperty("name");
    expect(decode(body.id_token)).not.toHaveProperty("given_name");
    expect(decode(body.access_token)).toHaveProperty("GroupsClaim");

    const older = await createCodeFlowOrg({ ...configureCodeFlow(), codeFlowIdToken: "thin" });
    const response = await signInForCode(older.openBrowser(), { scope: "openid groups" });
    const thin = (await exchangeCode(older, response.code)).body;
    expect(decode(thin.id_token)).not.toHaveProperty("groups");
  });

  test("needs no nonce, and returns no ID token without the openid scope", async () => {
    const org = await createCodeFlowOrg();
    const request = { scope: undefined, nonce: undefined };
    const configuration = configureCodeFlow();
    for (const { scopes } of configuration.customServers)
      scopes.push({
        id: "scp.crm",
        name: "crm",
        system: false,
        metadataPublish: "NO_CLIENTS",
        default: true,
      });
    const withDefault = await createCodeFlowOrg(configuration);
    const { code } = await signInForCode(withDefault.openBrowser(), request, "/default");
    const { body } = await exchangeCode(withDefault, code, {}, "/default");
    expect(body).toMatchObject({ scope: "crm" });
    expect(body).not.toHaveProperty("id_token");
    expect(await signInForCode(org.openBrowser(), { nonce: undefined })).toHaveProperty("code");
  });

  test.each([
    ["no code", { code: undefined }, 400, "invalid_request"],
    ["another code", { code: "x" }, 400, "invalid_grant"],
    ["another redirect URI", { redirect_uri: `${redirectUri}/` }, 400, "invalid_grant"],
    ["another verifier", { code_verifier: "y".repeat(43) }, 400, "invalid_grant"],
    ["no verifier", { code_verifier: undefined }, 400, "invalid_request"],
    ["no grant type", { grant_type: undefined }, 400, "invalid_request"],
    ["an unknown grant type", { grant_type: "pigeon" }, 400, "unsupported_grant_type"],
    ["no client", { client_id: undefined }, 401, "invalid_client"],
    ["an unknown client", { client_id: "0oaunknown" }, 401, "invalid_client"],
    ["a secret of a public client", { client_secret: "s" }, 401, "invalid_client"],
  ])("is refused with %s", async (_case, change, status, error) => {
    const org = await createCodeFlowOrg();
    const { code } = await signInForCode(org.openBrowser());
    const response = await exchangeCode(org, code, change);
    expect(response.status).toBe(status);
    expect(response.body).toMatchObject({
      error,
      error_description: expect.stringMatching(/\.|\]$/),
    });
  });

  test("is refused by another server, after five minutes, and for pages of other origins", async () => {
    const org = await createCodeFlowOrg();
    const { code } = await signInForCode(org.openBrowser());
    expect((await exchangeCode(org, code, {}, "/default")).body).toMatchObject({
      error: "invalid_request",
      error_description: "The grant was issued for another authorization server.",
    });
    const from = (Origin: string) =>
      callAsClient(org, "/oauth2/v1/token", { client_id: clientId }, { Origin });
    expect((await from("https://evil.example")).body.error_description).toMatch(/redirect_uri/);
    expect((await from(new URL(redirectUri).origin)).body.error_description).toMatch(/grant_type/);

    org.advance(301);
    expect((await exchangeCode(org, code)).body).toEqual({
      error: "invalid_grant",
      error_description: "The authorization code is invalid or has expired.",
    });
  });

  test("is required for requests from pages, but not from programs with a secret", async () => {
    const client_secret = "a-secret-that-is-none-in-a-page";
    const org = await createCodeFlowOrg({
      settings: { application_type: "web" },
      credentials: {
        token_endpoint_auth_method: "client_secret_post",
        client_secret,
        pkce_required: false,
      },
    });
    const withoutPkce = { code_challenge: undefined, code_challenge_method: undefined };
    const { code } = await signInForCode(org.openBrowser(), withoutPkce);
    const form = {
      grant_type: "authorization_code",
      client_id: clientId,
      client_secret,
      redirect_uri: redirectUri,
      code,
    };
    const Origin = new URL(redirectUri).origin;
    expect(await callAsClient(org, "/oauth2/v1/token", form, { Origin })).toMatchObject({
      status: 401,
      body: {
        error: "invalid_client",
        error_description:
          "Browser requests to the token endpoint must use Proof Key for Code Exchange.",
      },
    });
    expect((await callAsClient(org, "/oauth2/v1/token", form)).status).toBe(200);
  });

  test("works once, and its reuse revokes its tokens", async () => {
    const org = await createCodeFlowOrg();
    const { code } = await signInForCode(org.openBrowser());
    const { body } = await exchangeCode(org, code);
    const fetchUserInfo = () =>
      org
        .openBrowser()
        .get("/oauth2/v1/userinfo", { Authorization: `Bearer ${body.access_token}` });
    expect((await fetchUserInfo()).status).toBe(200);
    expect((await exchangeCode(org, code)).body).toMatchObject({ error: "invalid_grant" });
    expect((await fetchUserInfo()).status).toBe(401);
  });

  test("works once, even if several requests send it at the same time", async () => {
    const org = await createCodeFlowOrg();
    const { code } = await signInForCode(org.openBrowser());
    const responses = await Promise.all([1, 2, 3].map(() => exchangeCode(org, code)));
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });
});
