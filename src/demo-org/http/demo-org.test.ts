import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../seed/configuration.ts";
import { baseUrl, createTestOrg } from "../test-support/test-org.ts";
import { createDemoOrg } from "./demo-org.ts";

describe("a page of another origin", () => {
  test.each([
    "/.well-known/openid-configuration",
    "/.well-known/oauth-authorization-server/oauth2/default",
    "/oauth2/default/.well-known/openid-configuration",
    "/oauth2/v1/keys",
    "/oauth2/default/v1/userinfo",
  ])("can read %s, with the headers that Okta's SDK sends", async (path) => {
    const { fetch } = await createTestOrg();
    const preflight = await fetch(
      new Request(`${baseUrl}${path}`, {
        method: "OPTIONS",
        headers: {
          Origin: "https://app.example",
          "Access-Control-Request-Method": "GET",
          "Access-Control-Request-Headers": "authorization,x-okta-user-agent-extended",
        },
      }),
    );
    expect(preflight.ok).toBe(true);
    expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(preflight.headers.get("Access-Control-Allow-Headers")?.toLowerCase()).toMatch(
      /authorization.*x-okta-user-agent-extended/,
    );
    const response = await fetch(new Request(`${baseUrl}${path}`));
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  test("cannot read the sign-in page or the redirect after it", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize();
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

test("the health endpoint responds while other requests fail", async () => {
  const { fetch } = await createTestOrg();
  await fetch(
    new Request(`${baseUrl}/demo/v1/faults`, {
      method: "POST",
      headers: { Authorization: "SSWS demo-api-token" },
      body: JSON.stringify({ path: "/", status: 503, times: 2 }),
    }),
  );
  const health = await fetch(new Request(`${baseUrl}/health`));
  expect(health.status).toBe(200);
  expect(health.headers.get("Cache-Control")).toBe("no-store");
  expect(await health.json()).toEqual({ status: "ok" });
  expect((await fetch(new Request(`${baseUrl}/oauth2/v1/keys`))).status).toBe(503);
});

describe("an endpoint that is called with an unsupported method", () => {
  test.each([
    ["/oauth2/v1/token", "GET", "POST"],
    ["/health", "POST", "GET"],
    ["/oauth2/v1/keys", "DELETE", "GET"],
    ["/oauth2/default/v1/authorize", "PUT", "GET, POST"],
    ["/api/v1/groups", "DELETE", "GET, POST"],
    ["/api/v1/groups/00goeudyucv6CcaeV0h7", "PATCH", "GET, PUT, DELETE"],
    ["/api/v1/sessions/me", "PUT", "GET, DELETE"],
    ["/demo/v1/clock", "POST", "GET, PUT, DELETE"],
  ])("returns Okta's JSON error to a program: %s", async (path, method, allowed) => {
    const { fetch } = await createTestOrg();
    const response = await fetch(new Request(`${baseUrl}${path}`, { method }));
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe(allowed);
    expect(await response.json()).toMatchObject({
      errorCode: "E0000022",
      errorCauses: [{ errorSummary: `Allowed methods: ${allowed}` }],
    });
  });
});

describe("an endpoint that the demo org doesn't offer", () => {
  test.each([
    ["POST", "/oauth2/v1/interact"],
    ["POST", "/oauth2/default/v1/interact"],
    ["POST", "/oauth2/default/v1/par"],
    ["POST", "/oauth2/v1/device/authorize"],
    ["GET", "/oauth2/v1/clients"],
    ["POST", "/idp/idx/introspect"],
    ["GET", "/idp/myaccount/profile"],
    ["GET", "/api/v1/meta/schemas/user/linkedObjects"],
    ["DELETE", "/api/v1/meta/schemas/user/linkedObjects/manager"],
    ["POST", "/api/v1/authorizationServers/default/credentials/lifecycle/keyRotate"],
    ["POST", "/api/v1/authn/recovery/password"],
    ["GET", "/api/v1/nothing"],
    ["GET", "/governance/api/v1/campaigns"],
    ["GET", "/.well-known/webfinger"],
  ])("is named in an error that a trusted origin can read: %s %s", async (method, path) => {
    const { fetch } = await createTestOrg();
    const Origin = "https://dashboard.example";
    const trusted = { name: "Dashboard", origin: Origin, scopes: [{ type: "CORS" }] };
    const headers = { Authorization: "SSWS demo-api-token" };
    const body = JSON.stringify(trusted);
    const url = `${baseUrl}/api/v1/trustedOrigins`;
    await fetch(new Request(url, { method: "POST", headers, body }));

    const preflight = await fetch(
      new Request(`${baseUrl}${path}`, { method: "OPTIONS", headers: { Origin } }),
    );
    expect(preflight.ok).toBe(true);
    expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe(Origin);
    const response = await fetch(
      new Request(`${baseUrl}${path}`, { method, headers: { ...headers, Origin } }),
    );
    expect(response.status).toBe(404);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe(Origin);
    expect(await response.json()).toMatchObject({
      errorCode: "E0000007",
      errorSummary: `Not found: The demo org doesn't offer ${method} ${path}`,
    });
  });

  test("can't be read by a page of another origin", async () => {
    const { fetch } = await createTestOrg();
    const headers = { Origin: "https://evil.example" };
    const response = await fetch(new Request(`${baseUrl}/idp/idx/introspect`, { headers }));
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

describe("a browser", () => {
  test("gets a page at an unknown address", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().get("/app/UserHome");
    expect(response.status).toBe(404);
    const page = await response.text();
    expect(page).toContain("<h1>Page not found</h1>");
    expect(page).toContain(
      `<a href="${baseUrl}/" referrerpolicy="strict-origin-when-cross-origin">`,
    );
  });

  test.each(["", "/"])("gets a home page that names the signed-in user (path %j)", async (path) => {
    const { openBrowser } = await createTestOrg({ baseUrl: `${baseUrl}/demo-org` });
    const browser = openBrowser();
    expect(await (await browser.get(path)).text()).toContain("No one is signed in.");
    await browser.signIn("joe.user@example.com");
    expect(await (await browser.get(path)).text()).toContain("Signed in as <bdi>Joe User</bdi>");
  });
});

test("an error of the store rejects the call of the org", async () => {
  const fail = async () => {
    throw new Error("The storage is full");
  };
  const fetch = createDemoOrg({
    baseUrl,
    store: { get: fail, set: fail, delete: fail },
    redirectUris: [],
    seed: seedConfiguration,
    sessionCarrier: "store",
  });
  await expect(fetch(new Request(`${baseUrl}/oauth2/v1/keys`))).rejects.toThrow(
    "The storage is full",
  );
});

test.each([
  ["a page", "GET", "/"],
  [
    "a redirect",
    "GET",
    "/oauth2/v1/authorize?client_id=0oaoiuhhch8VRtBnC0h7&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback",
  ],
  ["a refused page", "GET", "/oauth2/v1/authorize"],
  ["an unknown page", "GET", "/nothing"],
  ["JSON", "GET", "/oauth2/v1/keys"],
  ["an API error", "GET", "/api/v1/groups"],
  ["an unsupported method", "DELETE", "/oauth2/v1/keys"],
  ["a preflight", "OPTIONS", "/api/v1/groups"],
  ["a response without content", "DELETE", "/api/v1/sessions/me"],
])("every response has the header nosniff: %s", async (_case, method, path) => {
  const { fetch } = await createTestOrg();
  const response = await fetch(new Request(`${baseUrl}${path}`, { method }));
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
});

test("a fault's response has the header nosniff", async () => {
  const { fetch } = await createTestOrg();
  const body = JSON.stringify({ path: "/oauth2/v1/keys", status: 503 });
  const headers = { Authorization: "SSWS demo-api-token" };
  await fetch(new Request(`${baseUrl}/demo/v1/faults`, { method: "POST", headers, body }));
  const response = await fetch(new Request(`${baseUrl}/oauth2/v1/keys`));
  expect(response.status).toBe(503);
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
});
