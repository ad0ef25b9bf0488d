import { describe, expect, test } from "vitest";
import type { Configuration } from "../../model/configuration.ts";
import { callAsClient } from "../../test-support/client-calls.ts";
import { configureCodeFlow, createCodeFlowOrg } from "../../test-support/code-flow-org.ts";
import { clientId, decode } from "../../test-support/test-org.ts";

const secret = "a-secret-of-the-service";

describe("the client credentials flow", () => {
  const start = async (change?: (configuration: Configuration) => void) => {
    const configuration = configureCodeFlow({
      credentials: { token_endpoint_auth_method: "client_secret_post", client_secret: secret },
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
      callAsClient(org, `/oauth2${server}/v1/token`, {
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: secret,
        scope,
      });
  };

  test("returns an access token with claims about the app and without a user", async () => {
    const requestToken = await start();
    const { status, body } = await requestToken("customScope");
    expect(status).toBe(200);
    expect(body).toEqual({
      token_type: "Bearer",
      expires_in: 3600,
      access_token: expect.any(String),
      scope: "customScope",
    });
    const claims = decode(body.access_token);
    expect(claims).toMatchObject({
      sub: clientId,
      cid: clientId,
      scp: ["customScope"],
      applabel: "oauth2 client app 1",
    });
    for (const name of ["uid", "auth_time", "GroupsClaim"]) expect(claims).not.toHaveProperty(name);
  });

  test.each([
    ["by the org server", "customScope", "", "unsupported_grant_type"],
    ["with a scope about a user", "openid", "/default", "invalid_scope"],
    ["with an unknown scope", "payroll", "/default", "invalid_scope"],
  ])("is refused %s", async (_case, scope, server, error) => {
    expect((await (await start())(scope, server)).body).toMatchObject({ error });
  });

  test.each(["openid", "profile", "customScope offline_access"])(
    "refuses %s, which needs a user",
    async (scope) => {
      expect((await (await start())(scope)).body).toMatchObject({
        error: "invalid_scope",
        error_description: "Cannot request 'openid' scopes using client credentials.",
      });
    },
  );

  test("is refused if no policy allows it, or for a client without a secret", async () => {
    const withoutPolicy = await start(({ customServers }) => {
      for (const server of customServers) server.policies = [];
    });
    expect((await withoutPolicy("customScope")).body).toMatchObject({ error: "access_denied" });
    const org = await createCodeFlowOrg({ settings: { grant_types: ["client_credentials"] } });
    const form = { grant_type: "client_credentials", client_id: clientId };
    expect((await callAsClient(org, "/oauth2/default/v1/token", form)).body).toMatchObject({
      error: "unauthorized_client",
    });
  });
});
