import { describe, expect, test } from "vitest";
import {
  buildRequest,
  createTestOrg,
  decode,
  parseFragment,
  type TestOrg,
} from "../../../test-support/test-org.ts";
import { callApi, parseCauses, parseId } from "../test-api-client.ts";
import { openPolicy, openRule, openServer } from "./test-server-client.ts";

const hr = { name: "HR", description: "For the HR apps", audiences: ["api://hr"] };

async function createServer(org: TestOrg): Promise<string> {
  return parseId(await callApi(org, "POST", "/authorizationServers", hr));
}

async function requestToken(org: TestOrg, serverId: string): Promise<Response> {
  const browser = org.openBrowser();
  await browser.signIn("it.user@example.com");
  const request = buildRequest({ response_type: "token", scope: "openid" });
  return browser.get(`/oauth2/${serverId}/v1/authorize?${request}`);
}

test("a server is returned in the shape of Okta's AuthorizationServer object", async () => {
  const { call } = await openServer();
  const { status, body } = await call("GET", "");
  const self = "https://org.example/api/v1/authorizationServers/default";
  const allow = (href: string, ...methods: string[]) => ({ href, hints: { allow: methods } });

  expect(status).toBe(200);
  expect(body).toStrictEqual({
    id: "default",
    name: "default",
    description: "Default Authorization Server for your Applications",
    audiences: ["api://default"],
    issuer: "https://org.example/oauth2/default",
    issuerMode: "ORG_URL",
    status: "ACTIVE",
    created: "2019-11-01T08:00:00.000Z",
    lastUpdated: "2019-11-01T08:00:00.000Z",
    credentials: {
      signing: {
        kid: expect.stringMatching(/^[\w-]{43}$/),
        rotationMode: "AUTO",
        lastRotated: "2025-12-29T08:00:00.000Z",
        nextRotation: "2026-03-29T08:00:00.000Z",
      },
    },
    default: true,
    _links: {
      rotateKey: allow(`${self}/credentials/lifecycle/keyRotate`, "POST"),
      keys: allow(`${self}/credentials/keys`, "GET"),
      self: allow(self, "GET", "DELETE", "PUT"),
      metadata: [
        {
          name: "oauth-authorization-server",
          ...allow(
            "https://org.example/.well-known/oauth-authorization-server/oauth2/default",
            "GET",
          ),
        },
        {
          name: "openid-configuration",
          ...allow("https://org.example/oauth2/default/.well-known/openid-configuration", "GET"),
        },
      ],
      scopes: allow(`${self}/scopes`, "GET", "POST"),
      claims: allow(`${self}/claims`, "GET", "POST"),
      policies: allow(`${self}/policies`, "GET", "POST"),
      deactivate: allow(`${self}/lifecycle/deactivate`, "POST"),
    },
  });
});

describe("a new server", () => {
  test("has the system scopes and claims, and refuses all requests without a policy", async () => {
    const org = await createTestOrg();
    const created = await callApi(org, "POST", "/authorizationServers", hr);
    const id = parseId(created);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ ...hr, id: expect.stringMatching(/^aus\w{17}$/) });

    const { call } = await openServer(id, org);
    expect((await call("GET", "/policies")).body).toEqual([]);
    expect((await call("GET", "/scopes")).body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "openid", system: true }),
        expect.objectContaining({ name: "offline_access", system: true }),
      ]),
    );
    const claims = (await call("GET", "/claims")).body;
    expect(claims).toContainEqual(
      expect.objectContaining({ name: "email", claimType: "IDENTITY", system: true }),
    );
    expect(claims).toContainEqual(
      expect.objectContaining({
        id: expect.stringMatching(/^ocl\w{17}$/),
        name: "sub",
        claimType: "RESOURCE",
        value: "(appuser != null) ? appuser.userName : app.clientId",
        system: true,
      }),
    );
    expect(parseFragment(await requestToken(org, id))).toMatchObject({ error: "access_denied" });
  });

  test("issues tokens with its own issuer once a policy and a rule allow it", async () => {
    const org = await createTestOrg();
    const id = await createServer(org);
    const { add } = await openServer(id, org);
    const policyId = await add("/policies", openPolicy);
    await add(`/policies/${policyId}/rules`, openRule);

    const { access_token } = parseFragment(await requestToken(org, id));
    expect(decode(access_token)).toMatchObject({
      iss: `https://org.example/oauth2/${id}`,
      aud: "api://hr",
    });
  });

  test.each([
    [{ ...hr, name: "" }, "name: The field cannot be left blank"],
    [{ ...hr, audiences: [] }, "audiences.0: The field cannot be left blank"],
    [
      { ...hr, issuerMode: "CUSTOM_URL" },
      "issuerMode: Must be ORG_URL: the demo org has no custom domain",
    ],
  ])("can't be created from %o", async (body, cause) => {
    const response = await callApi(await createTestOrg(), "POST", "/authorizationServers", body);
    expect(response.status).toBe(400);
    expect(parseCauses(response)).toEqual([cause]);
  });

  test("must have exactly one audience", async () => {
    const response = await callApi(await createTestOrg(), "POST", "/authorizationServers", {
      ...hr,
      audiences: ["api://hr", "api://other"],
    });
    expect(parseCauses(response)).toEqual(["audiences.1: Must have exactly one audience"]);
  });
});

describe("the list of servers", () => {
  test("can be searched by name or audience, and is paged", async () => {
    const org = await createTestOrg();
    await createServer(org);
    const find = (query: string) => callApi(org, "GET", `/authorizationServers${query}`);

    expect((await find("")).body).toMatchObject([{ name: "default" }, { name: "HR" }]);
    expect((await find("?q=hr")).body).toMatchObject([{ name: "HR" }]);
    expect((await find("?q=api://def")).body).toMatchObject([{ name: "default" }]);
    const part = await find("?limit=1");
    expect(part.body).toMatchObject([{ name: "default" }]);
    expect(part.headers.get("Link")).toMatch(/after=default[^>]*>; rel="next"/);
  });

  test("can get another name and audience, which tokens then have", async () => {
    const { org, call } = await openServer();
    const body = { name: "Main", audiences: ["api://main"] };
    expect((await call("PUT", "", body)).body).toMatchObject(body);

    const { access_token } = parseFragment(await requestToken(org, "default"));
    expect(decode(access_token).aud).toBe("api://main");
  });

  test("refuse requests while they are inactive", async () => {
    const { org, call } = await openServer();
    const metadata = () =>
      org.openBrowser().get("/oauth2/default/.well-known/openid-configuration");

    expect((await call("POST", "/lifecycle/deactivate")).status).toBe(204);
    expect((await metadata()).status).toBe(404);
    expect((await call("GET", "")).body).toMatchObject({
      status: "INACTIVE",
      _links: { activate: {} },
    });
    await call("POST", "/lifecycle/activate");
    expect((await metadata()).status).toBe(200);
  });

  test("can be deleted, except the default one", async () => {
    const org = await createTestOrg();
    const id = await createServer(org);
    const { call } = await openServer(id, org);
    expect((await call("DELETE", "")).status).toBe(204);
    expect(await call("GET", "")).toMatchObject({
      status: 404,
      body: { errorSummary: `Not found: Resource not found: ${id} (AuthorizationServer)` },
    });
    expect((await callApi(org, "DELETE", "/authorizationServers/default")).status).toBe(403);
  });

  test("list their active and next signing key", async () => {
    const { call } = await openServer();
    const { body } = await call("GET", "/credentials/keys");
    expect(body).toMatchObject([
      { status: "ACTIVE", kty: "RSA", alg: "RS256", use: "sig", e: "AQAB" },
      { status: "NEXT" },
    ]);
    const [active] = Array.isArray(body) ? body : [];
    expect((await call("GET", `/credentials/keys/${active.kid}`)).body).toEqual(active);
    expect(active._links.self.href).toMatch(new RegExp(`/credentials/keys/${active.kid}$`));
    expect((await call("GET", "/credentials/keys/none")).status).toBe(404);
  });
});
