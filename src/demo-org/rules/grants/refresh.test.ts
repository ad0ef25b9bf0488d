import { describe, expect, test } from "vitest";
import { callApi } from "../../http/management/test-api-client.ts";
import { callAsClient, exchangeCode } from "../../test-support/client-calls.ts";
import {
  configureCodeFlow,
  createCodeFlowOrg,
  person,
  signInForCode,
} from "../../test-support/code-flow-org.ts";
import { baseUrl, clientId, decode, startTime } from "../../test-support/test-org.ts";

describe("a refresh token", () => {
  const start = async (change?: Parameters<typeof createCodeFlowOrg>[0]) => {
    const org = await createCodeFlowOrg(change);
    const scope = "openid profile offline_access";
    const { code } = await signInForCode(org.openBrowser(), { scope });
    const { body } = await exchangeCode(org, code);
    const renew = (refresh_token: string | undefined, scope?: string) =>
      callAsClient(org, "/oauth2/v1/token", {
        grant_type: "refresh_token",
        client_id: clientId,
        refresh_token,
        scope,
      });
    return { org, body, renew };
  };

  test("returns new tokens with the same or fewer scopes", async () => {
    const { org, body, renew } = await start();
    org.advance(4000);
    const renewed = (await renew(body.refresh_token)).body;
    expect(renewed).toMatchObject({ refresh_token: body.refresh_token, scope: body.scope });
    expect(decode(renewed.id_token)).toHaveProperty("given_name");
    expect(decode(renewed.id_token)).not.toHaveProperty("nonce");
    for (const scope of ["openid", "openid  openid"])
      expect((await renew(body.refresh_token, scope)).body).toMatchObject({ scope: "openid" });
    expect((await renew(body.refresh_token, " ")).body).toMatchObject({ scope: body.scope });
    expect((await renew(body.refresh_token, "openid email")).body).toEqual({
      error: "access_denied",
      error_description: expect.stringContaining("Denied scopes: email."),
    });
    expect((await renew("nothing")).body).toMatchObject({ error: "invalid_grant" });
  });

  test("is issued only if the app allows the grant type refresh_token", async () => {
    const { body } = await start({ settings: { grant_types: ["authorization_code"] } });
    expect(body).not.toHaveProperty("refresh_token");
  });

  const rotating = (leeway: number) => ({
    settings: { refresh_token: { rotation_type: "ROTATE", leeway } as const },
  });

  test("is rotated with a grace period if the app rotates tokens", async () => {
    const { org, body, renew } = await start(rotating(30));
    const next = (await renew(body.refresh_token)).body.refresh_token;
    expect(next).not.toBe(body.refresh_token);
    org.advance(29);
    expect((await renew(body.refresh_token)).status).toBe(200);
    org.advance(31);
    expect((await renew(next)).status).toBe(200);
  });

  test("revokes all tokens of its sign-in if it is reused after the grace period", async () => {
    const { org, body, renew } = await start(rotating(30));
    const next = (await renew(body.refresh_token)).body;
    org.advance(31);
    const inspect = async (token: string | undefined) =>
      (await callAsClient(org, "/oauth2/v1/introspect", { client_id: clientId, token })).body;
    expect(await inspect(body.refresh_token)).toEqual({ active: false });
    expect(await inspect(next.access_token)).toMatchObject({ active: true });

    expect((await renew(body.refresh_token)).body).toMatchObject({ error: "invalid_grant" });
    expect((await renew(next.refresh_token)).body).toMatchObject({ error: "invalid_grant" });
    for (const token of [next.refresh_token, next.access_token, body.access_token])
      expect(await inspect(token)).toEqual({ active: false });

    const log = await org
      .openBrowser()
      .get('/api/v1/logs?filter=eventType%20eq%20"app.oauth2.token.detect_reuse"', {
        Authorization: "SSWS demo-api-token",
      });
    expect(await log.json()).toMatchObject([
      { actor: { id: clientId }, target: [{ alternateId: person }, { type: "AppInstance" }] },
    ]);
  });

  test("is rotated once, even if several requests send it at the same time", async () => {
    const { body, renew } = await start(rotating(0));
    const responses = await Promise.all([1, 2, 3].map(() => renew(body.refresh_token)));
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });

  test("is revoked together with its access tokens, which introspection then shows as inactive", async () => {
    const { org, body, renew } = await start();
    const inspect = async (token: string | undefined) =>
      (await callAsClient(org, "/oauth2/v1/introspect", { client_id: clientId, token })).body;
    expect(await inspect(body.access_token)).toMatchObject({
      active: true,
      client_id: clientId,
      username: person,
      sub: person,
      iss: baseUrl,
      scope: "offline_access openid profile",
    });
    expect(await inspect(body.id_token)).toMatchObject({ active: true, username: person });
    expect(await inspect(body.refresh_token)).toMatchObject({
      active: true,
      token_type: "Bearer",
      username: person,
      exp: startTime / 1000 + 90 * 24 * 60 * 60,
    });

    const revoked = await callAsClient(org, "/oauth2/v1/revoke", {
      client_id: clientId,
      token: body.refresh_token,
    });
    expect([revoked.status, revoked.body]).toEqual([200, {}]);
    expect((await renew(body.refresh_token)).body).toMatchObject({ error: "invalid_grant" });
    for (const token of [body.access_token, body.id_token, body.refresh_token, "nonsense"])
      expect(await inspect(token)).toEqual({ active: false });
  });

  test("stays revoked, like its access tokens, for as long as it could be valid", async () => {
    const configuration = configureCodeFlow();
    for (const { policies } of configuration.customServers)
      for (const { rules } of policies)
        for (const { actions } of rules)
          Object.assign(actions.token, { refreshTokenWindowMinutes: 365 * 24 * 60 });
    const org = await createCodeFlowOrg(configuration);
    const year = { accessTokenSeconds: 365 * 24 * 60 * 60 };
    await callApi(org, "PUT", "/demo/v1/lifetimes", year);
    const { code } = await signInForCode(
      org.openBrowser(),
      { scope: "openid offline_access" },
      "/default",
    );
    const { body } = await exchangeCode(org, code, {}, "/default");
    const call = async (name: string, form: Record<string, string | undefined>) =>
      (await callAsClient(org, `/oauth2/default/v1/${name}`, { client_id: clientId, ...form }))
        .body;
    await call("revoke", { token: body.refresh_token });
    org.advance(100 * 24 * 60 * 60);
    const renewal = { grant_type: "refresh_token", refresh_token: body.refresh_token };
    expect(await call("token", renewal)).toMatchObject({ error: "invalid_grant" });
    expect(await call("introspect", { token: body.access_token })).toEqual({ active: false });
  });

  test("can't be revoked at another server", async () => {
    const { org, body, renew } = await start();
    const form = { client_id: clientId, token: body.refresh_token };
    expect((await callAsClient(org, "/oauth2/default/v1/revoke", form)).status).toBe(200);
    expect((await renew(body.refresh_token)).status).toBe(200);
  });

  test("still works after an access token was revoked", async () => {
    const { org, body, renew } = await start();
    const token = body.access_token;
    await callAsClient(org, "/oauth2/v1/revoke", { client_id: clientId, token });
    const form = { client_id: clientId, token };
    expect((await callAsClient(org, "/oauth2/v1/introspect", form)).body).toEqual({
      active: false,
    });
    expect((await renew(body.refresh_token)).status).toBe(200);
  });
});
