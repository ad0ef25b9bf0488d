import { describe, expect, test } from "vitest";
import { createDemoOrg } from "./demo-org.ts";
import { baseUrl, createTestOrg } from "./test-org.ts";

describe("a page of another origin", () => {
  test.each([
    "/.well-known/openid-configuration",
    "/.well-known/oauth-authorization-server/oauth2/default",
    "/oauth2/default/.well-known/openid-configuration",
    "/oauth2/v1/keys",
    "/oauth2/default/v1/userinfo",
  ])("may read %s, with the headers that Okta's SDK sends", async (path) => {
    const { answer } = await createTestOrg();
    const preflight = await answer(
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
    const response = await answer(new Request(`${baseUrl}${path}`));
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  test("cannot read the sign-in page or where it leads", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize();
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

describe("at other addresses", () => {
  test.each([
    ["/oauth2/v1/clients", "GET", 404, null],
    ["/api/v1/nothing", "GET", 404, null],
    ["/oauth2/v1/token", "GET", 405, "POST"],
    ["/oauth2/v1/keys", "DELETE", 405, "GET"],
    ["/oauth2/default/v1/authorize", "PUT", 405, "GET, POST"],
    ["/api/v1/groups", "DELETE", 405, "GET, POST"],
    ["/api/v1/groups/00goeudyucv6CcaeV0h7", "PATCH", 405, "GET, PUT, DELETE"],
    ["/api/v1/sessions/me", "PUT", 405, "GET, DELETE"],
    ["/demo/v1/clock", "POST", 405, "GET, PUT, DELETE"],
  ])("a program gets Okta's JSON: %s", async (path, method, status, allowed) => {
    const { answer } = await createTestOrg();
    const response = await answer(new Request(`${baseUrl}${path}`, { method }));
    expect(response.status).toBe(status);
    expect(response.headers.get("Allow")).toBe(allowed);
    const errorSummary =
      allowed === null
        ? "The demo org has no endpoint at this path"
        : `Allowed methods: ${allowed}`;
    expect(await response.json()).toMatchObject({
      errorCode: "E0000022",
      errorCauses: [{ errorSummary }],
    });
  });

  test("a person gets a page", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().get("/app/UserHome");
    expect(response.status).toBe(404);
    const page = await response.text();
    expect(page).toContain("<h1>Page not found</h1>");
    expect(page).toContain(`<a href="${baseUrl}/">`);
  });

  test.each(["", "/"])("the org says what it is, and who is signed in (%j)", async (path) => {
    const { openBrowser } = await createTestOrg({ baseUrl: `${baseUrl}/demo-org` });
    const browser = openBrowser();
    expect(await (await browser.get(path)).text()).toContain("No one is signed in.");
    await browser.signIn("joe.user@example.com");
    expect(await (await browser.get(path)).text()).toContain("Signed in as <bdi>Joe User</bdi>");
  });
});

test("what the store throws is left to the host to explain", async () => {
  const fail = async () => {
    throw new Error("The storage is full");
  };
  const answer = createDemoOrg({
    baseUrl,
    store: { get: fail, set: fail, delete: fail },
    redirectUris: [],
    sessionCarrier: "store",
  });
  await expect(answer(new Request(`${baseUrl}/oauth2/v1/keys`))).rejects.toThrow(
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
])("no browser guesses the content type of %s", async (_case, method, path) => {
  const { answer } = await createTestOrg();
  const response = await answer(new Request(`${baseUrl}${path}`, { method }));
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
});

test("no browser guesses the content type of a requested fault", async () => {
  const { answer } = await createTestOrg();
  const body = JSON.stringify({ path: "/oauth2/v1/keys", status: 503 });
  const headers = { Authorization: "SSWS demo-api-token" };
  await answer(new Request(`${baseUrl}/demo/v1/faults`, { method: "POST", headers, body }));
  const response = await answer(new Request(`${baseUrl}/oauth2/v1/keys`));
  expect(response.status).toBe(503);
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
});
