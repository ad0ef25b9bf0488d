import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  configureCodeFlow,
  createCodeFlowOrg,
  person,
  signInForCode,
  verifier,
} from "../test-code-flow-org.ts";
import { baseUrl, clientId, decode, redirectUri, type TestOrg } from "../test-org.ts";

const secret = "a-secret-of-the-web-app";
const asWebApp = {
  credentials: {
    token_endpoint_auth_method: "client_secret_basic",
    client_secret: secret,
    pkce_required: false,
  },
} as const;

type Form = Readonly<Record<string, string | undefined>>;

/** Calls an endpoint as a client does, and reads its JSON. */
async function call(
  org: TestOrg,
  path: string,
  form: Form,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> {
  const given = Object.entries(form).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const response = await org.answer(
    new Request(`${baseUrl}${path}`, { method: "POST", body: new URLSearchParams(given), headers }),
  );
  const text = await response.text();
  return {
    status: response.status,
    body: text === "" ? {} : JSON.parse(text),
    headers: response.headers,
  };
}

function exchange(org: TestOrg, code: string | undefined, change: Form = {}, server = "") {
  return call(org, `/oauth2${server}/v1/token`, {
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    code,
    ...change,
  });
}

const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);
const halfHash = (value: unknown) =>
  createHash("sha256").update(String(value)).digest().subarray(0, 16).toString("base64url");

describe("a code that is exchanged with its verifier", () => {
  test("brings both tokens, and of the org server a fat ID token with groups", async () => {
    const org = await createCodeFlowOrg();
    const scope = "openid profile groups";
    const { code, state } = await signInForCode(org.openBrowser(), { scope, nonce: "n-1" });
    expect(state).toBe("myState");
    const { status, body, headers } = await exchange(org, code);

    expect(status).toBe(200);
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3600, scope });
    expect(body).not.toHaveProperty("refresh_token");
    expect(decode(textOf(body.id_token))).toMatchObject({
      nonce: "n-1",
      groups: ["Everyone", "IT"],
      given_name: "Ingrid",
      at_hash: halfHash(body.access_token),
    });
    expect(decode(textOf(body.access_token))).not.toHaveProperty("groups");
  });

  test("brings a thin ID token of a custom server, and of an org that is older", async () => {
    const custom = await createCodeFlowOrg();
    const scope = "openid profile";
    const { code } = await signInForCode(custom.openBrowser(), { scope }, "/default");
    const { body } = await exchange(custom, code, {}, "/default");
    expect(decode(textOf(body.id_token))).toHaveProperty("name");
    expect(decode(textOf(body.id_token))).not.toHaveProperty("given_name");
    expect(decode(textOf(body.access_token))).toHaveProperty("GroupsClaim");

    const older = await createCodeFlowOrg({ ...configureCodeFlow(), codeFlowIdToken: "thin" });
    const answer = await signInForCode(older.openBrowser(), { scope: "openid groups" });
    const thin = (await exchange(older, answer.code)).body;
    expect(decode(textOf(thin.id_token))).not.toHaveProperty("groups");
  });

  test("needs no nonce, and brings no ID token without openid", async () => {
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
    const { body } = await exchange(withDefault, code, {}, "/default");
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
    ["a grant type of nobody's", { grant_type: "pigeon" }, 400, "unsupported_grant_type"],
    ["no client", { client_id: undefined }, 401, "invalid_client"],
    ["an unknown client", { client_id: "0oaunknown" }, 401, "invalid_client"],
    ["a secret that a public client has not", { client_secret: "s" }, 401, "invalid_client"],
  ])("is refused with %s", async (_case, change, status, error) => {
    const org = await createCodeFlowOrg();
    const { code } = await signInForCode(org.openBrowser());
    const answer = await exchange(org, code, change);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      error,
      error_description: expect.stringMatching(/\.|\]$/),
    });
  });

  test("is refused at another server, after five minutes, and to pages of other origins", async () => {
    const org = await createCodeFlowOrg();
    const { code } = await signInForCode(org.openBrowser());
    expect((await exchange(org, code, {}, "/default")).body).toMatchObject({
      error: "invalid_request",
      error_description: "The grant was issued for another authorization server.",
    });
    const from = (Origin: string) =>
      call(org, "/oauth2/v1/token", { client_id: clientId }, { Origin });
    expect((await from("https://evil.example")).body.error_description).toMatch(/redirect_uri/);
    expect((await from(new URL(redirectUri).origin)).body.error_description).toMatch(/grant_type/);

    org.advance(301);
    expect((await exchange(org, code)).body).toEqual({
      error: "invalid_grant",
      error_description: "The authorization code is invalid or has expired.",
    });
  });

  test("works once; a second time revokes what it brought", async () => {
    const org = await createCodeFlowOrg();
    const { code } = await signInForCode(org.openBrowser());
    const { body } = await exchange(org, code);
    const askUserInfo = () =>
      org
        .openBrowser()
        .get("/oauth2/v1/userinfo", { Authorization: `Bearer ${body.access_token}` });
    expect((await askUserInfo()).status).toBe(200);
    expect((await exchange(org, code)).body).toMatchObject({ error: "invalid_grant" });
    expect((await askUserInfo()).status).toBe(401);
  });
});

describe("a client with a secret", () => {
  const basic = (name: string, password: string) => ({
    Authorization: `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`,
  });
  const signIn = async () => {
    const org = await createCodeFlowOrg(asWebApp);
    const plain = { code_challenge: undefined, code_challenge_method: undefined };
    const { code } = await signInForCode(org.openBrowser(), plain);
    const form = { grant_type: "authorization_code", redirect_uri: redirectUri, code };
    return { org, form };
  };

  test.each([
    ["in the header", {}, basic(clientId, secret)],
    ["in the form", { client_id: clientId, client_secret: secret }, {}],
  ])("is known by it %s", async (_case, credentials, headers) => {
    const { org, form } = await signIn();
    const answer = await call(org, "/oauth2/v1/token", { ...form, ...credentials }, headers);
    expect(answer.status).toBe(200);
    expect(answer.body).toHaveProperty("id_token");
  });

  test.each([
    ["a wrong one", { client_id: clientId, client_secret: "x" }, {}, 401],
    ["none", { client_id: clientId }, {}, 401],
    ["two", { client_secret: secret }, basic(clientId, secret), 401],
    ["a header that is no credentials", {}, { Authorization: "Basic ???" }, 401],
    ["a header with a stray percent sign", {}, basic(clientId, "%"), 401],
  ])("is refused with %s", async (_case, credentials, headers, status) => {
    const { org, form } = await signIn();
    const answer = await call(org, "/oauth2/v1/token", { ...form, ...credentials }, headers);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatch(/^invalid_(client|request)$/);
    expect(answer.headers.has("WWW-Authenticate")).toBe("Authorization" in headers);
  });

  test("may not send a verifier that it gave no challenge for", async () => {
    const { org, form } = await signIn();
    const withVerifier = { ...form, code_verifier: verifier };
    const answer = await call(org, "/oauth2/v1/token", withVerifier, basic(clientId, secret));
    expect(answer.body.error_description).toMatch(/should be specified in the authorize request/);
  });
});

describe("a refresh token", () => {
  const start = async (change?: Parameters<typeof createCodeFlowOrg>[0]) => {
    const org = await createCodeFlowOrg(change);
    const scope = "openid profile offline_access";
    const { code } = await signInForCode(org.openBrowser(), { scope });
    const { body } = await exchange(org, code);
    const renew = (refresh_token: unknown, scope?: string) =>
      call(org, "/oauth2/v1/token", {
        grant_type: "refresh_token",
        client_id: clientId,
        refresh_token: textOf(refresh_token),
        scope,
      });
    return { org, body, renew };
  };

  test("brings new tokens, with the same scopes or fewer", async () => {
    const { org, body, renew } = await start();
    org.advance(4000);
    const renewed = (await renew(body.refresh_token)).body;
    expect(renewed).toMatchObject({ refresh_token: body.refresh_token, scope: body.scope });
    expect(decode(textOf(renewed.id_token))).toHaveProperty("given_name");
    expect(decode(textOf(renewed.id_token))).not.toHaveProperty("nonce");
    expect((await renew(body.refresh_token, "openid")).body).toMatchObject({ scope: "openid" });
    expect((await renew(body.refresh_token, "openid email")).body).toEqual({
      error: "access_denied",
      error_description: expect.stringContaining("Denied scopes: email."),
    });
    expect((await renew("nothing")).body).toMatchObject({ error: "invalid_grant" });
  });

  test("comes only where the app may refresh", async () => {
    const { body } = await start({ settings: { grant_types: ["authorization_code"] } });
    expect(body).not.toHaveProperty("refresh_token");
  });

  test("is replaced where the app is set so, and the old one soon fails", async () => {
    const refresh_token = { rotation_type: "ROTATE", leeway: 30 } as const;
    const { org, body, renew } = await start({ settings: { refresh_token } });
    const next = (await renew(body.refresh_token)).body.refresh_token;
    expect(next).not.toBe(body.refresh_token);
    expect((await renew(body.refresh_token)).status).toBe(200);
    org.advance(31);
    expect((await renew(body.refresh_token)).body).toMatchObject({ error: "invalid_grant" });
    expect((await renew(next)).status).toBe(200);
  });

  test("is revoked with the access tokens that it brought, and introspection says so", async () => {
    const { org, body, renew } = await start();
    const inspect = async (token: unknown) =>
      (await call(org, "/oauth2/v1/introspect", { client_id: clientId, token: textOf(token) }))
        .body;
    expect(await inspect(body.access_token)).toMatchObject({
      active: true,
      client_id: clientId,
      username: person,
      sub: person,
      iss: baseUrl,
      scope: "offline_access openid profile",
    });
    expect(await inspect(body.id_token)).toMatchObject({ active: true, username: person });
    expect(await inspect(body.refresh_token)).toMatchObject({ active: true, username: person });

    const revoked = await call(org, "/oauth2/v1/revoke", {
      client_id: clientId,
      token: textOf(body.refresh_token),
    });
    expect([revoked.status, revoked.body]).toEqual([200, {}]);
    expect((await renew(body.refresh_token)).body).toMatchObject({ error: "invalid_grant" });
    for (const token of [body.access_token, body.refresh_token, "nonsense"])
      expect(await inspect(token)).toEqual({ active: false });
  });

  test("outlives an access token that is revoked alone", async () => {
    const { org, body, renew } = await start();
    const token = textOf(body.access_token);
    await call(org, "/oauth2/v1/revoke", { client_id: clientId, token });
    const form = { client_id: clientId, token };
    expect((await call(org, "/oauth2/v1/introspect", form)).body).toEqual({ active: false });
    expect((await renew(body.refresh_token)).status).toBe(200);
  });
});

describe("a client that asks for itself", () => {
  const start = async (change?: (configuration: ReturnType<typeof configureCodeFlow>) => void) => {
    const configuration = configureCodeFlow({
      credentials: {
        ...asWebApp.credentials,
        token_endpoint_auth_method: "client_secret_post",
      },
      settings: { grant_types: ["client_credentials"], application_type: "service" },
    });
    for (const application of configuration.applications)
      application.profile = { label: "oauth2 client app 1" };
    for (const server of configuration.customServers) {
      server.scopes.push({
        id: "scp.customScope",
        name: "customScope",
        system: false,
        metadataPublish: "NO_CLIENTS",
        default: false,
      });
      server.claims.push({
        id: "oclapplabelDemoOr0h7",
        name: "applabel",
        status: "ACTIVE",
        claimType: "RESOURCE",
        valueType: "EXPRESSION",
        value: "app.profile.label",
        conditions: { scopes: [] },
        system: false,
        alwaysIncludeInToken: true,
      });
      for (const { rules } of server.policies)
        for (const { conditions } of rules) conditions.grantTypes.include = ["client_credentials"];
    }
    change?.(configuration);
    const org = await createCodeFlowOrg(configuration);
    return (scope: string, server = "/default") =>
      call(org, `/oauth2${server}/v1/token`, {
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: secret,
        scope,
      });
  };

  test("gets an access token with the app's own information, and nobody in it", async () => {
    const ask = await start();
    const { status, body } = await ask("customScope");
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(["token_type", "expires_in", "access_token", "scope"]);
    const claims = decode(textOf(body.access_token));
    expect(claims).toMatchObject({
      sub: clientId,
      cid: clientId,
      scp: ["customScope"],
      applabel: "oauth2 client app 1",
    });
    for (const name of ["uid", "auth_time", "GroupsClaim"]) expect(claims).not.toHaveProperty(name);
  });

  test.each([
    ["of the org server", "customScope", "", "unsupported_grant_type"],
    ["with a scope about a person", "openid", "/default", "invalid_scope"],
    ["with an unknown scope", "payroll", "/default", "invalid_scope"],
  ])("gets none %s", async (_case, scope, server, error) => {
    expect((await (await start())(scope, server)).body).toMatchObject({ error });
  });

  test("gets none where no policy lets it, or where it has no secret", async () => {
    const withoutPolicy = await start(({ customServers }) => {
      for (const server of customServers) server.policies = [];
    });
    expect((await withoutPolicy("customScope")).body).toMatchObject({ error: "access_denied" });
    const org = await createCodeFlowOrg({ settings: { grant_types: ["client_credentials"] } });
    const form = { grant_type: "client_credentials", client_id: clientId };
    expect((await call(org, "/oauth2/default/v1/token", form)).body).toMatchObject({
      error: "unauthorized_client",
    });
  });
});

describe("an authorization request for a code", () => {
  test("answers in the query, and in the fragment where tokens come along", async () => {
    const org = await createCodeFlowOrg();
    const response_type = "code id_token token";
    const scope = "openid groups";
    const hybrid = await signInForCode(org.openBrowser(), { response_type, scope });
    expect(Object.keys(hybrid).slice(0, 3)).toEqual(["code", "id_token", "access_token"]);
    const claims = decode(hybrid.id_token);
    expect(claims).toMatchObject({
      c_hash: halfHash(hybrid.code),
      at_hash: halfHash(hybrid.access_token),
    });
    expect(claims).not.toHaveProperty("groups");

    const withoutToken = { response_type: "code id_token", scope };
    const fat = await signInForCode(org.openBrowser(), withoutToken);
    expect(decode(fat.id_token)).toMatchObject({
      c_hash: halfHash(fat.code),
      groups: ["Everyone", "IT"],
    });
    expect(decode(fat.id_token)).not.toHaveProperty("at_hash");
    expect((await exchange(org, fat.code)).status).toBe(200);
  });

  test.each([
    [
      "no challenge",
      { code_challenge: undefined, code_challenge_method: undefined },
      "PKCE code challenge is required by the application.",
    ],
    [
      "a plain challenge",
      { code_challenge_method: "plain" },
      "PKCE code challenge method is not supported. Valid values: [S256]",
    ],
    [
      "a malformed challenge",
      { code_challenge: "short" },
      "PKCE code challenge contains illegal characters.",
    ],
  ])("is refused with %s", async (_case, change, description) => {
    const browser = (await createCodeFlowOrg()).openBrowser();
    const request = { response_type: "code", ...change };
    const full = { code_challenge_method: "S256", code_challenge: "c".repeat(43), ...request };
    const location = (await browser.authorize(full)).headers.get("Location") ?? "";
    expect(new URL(location).searchParams.get("error_description")).toBe(description);
  });
});
