import { describe, expect, test } from "vitest";
import { baseUrl, createTestOrg, redirectUri } from "../../test-support/test-org.ts";

const pageOrigin = new URL(redirectUri).origin;

/** An org with one browser, and a page that calls its sessions API. */
async function start() {
  const org = await createTestOrg({ sessionCarrier: "store" });
  const call = (method: string, path = "", origin = pageOrigin) =>
    org.fetch(
      new Request(`${baseUrl}/api/v1/sessions/me${path}`, { method, headers: { Origin: origin } }),
    );
  const signIn = () => org.openBrowser().signIn("it.user@example.com");
  return { ...org, call, signIn };
}

describe("/api/v1/sessions/me", () => {
  test("returns the user's session", async () => {
    const { call, signIn } = await start();
    await signIn();
    const response = await call("GET");
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-cache, no-store");
    expect(await response.json()).toMatchObject({
      status: "ACTIVE",
      login: "it.user@example.com",
      userId: "00uixa271s6x7qt8I0h7",
      createdAt: "2026-01-01T00:00:00.000Z",
      expiresAt: "2026-01-01T02:00:00.000Z",
      amr: ["pwd"],
    });
  });

  test("returns 404 before a sign-in, and after the session was closed", async () => {
    const { call, signIn } = await start();
    const missing = await call("GET");
    expect([missing.status, await missing.json()]).toMatchObject([
      404,
      { errorCode: "E0000007", errorSummary: "Not found: Resource not found: me (Session)" },
    ]);
    await signIn();
    expect((await call("DELETE")).status).toBe(204);
    expect((await call("GET")).status).toBe(404);
    expect((await call("DELETE")).status).toBe(404);
  });

  test("extends the session on a refresh", async () => {
    const { call, signIn, advance } = await start();
    await signIn();
    advance(3600);
    const refreshed = await (await call("POST", "/lifecycle/refresh")).json();
    expect(refreshed).toMatchObject({ expiresAt: "2026-01-01T03:00:00.000Z" });
    advance(5400);
    expect((await call("GET")).status).toBe(200);
    advance(1800);
    expect((await call("POST", "/lifecycle/refresh")).status).toBe(404);
  });
});

test("a trusted page can read the signed-in user, as in Okta's guide to CORS", async () => {
  const { fetch, signIn } = await start();
  const fetchOwnUser = (headers: Record<string, string> = {}) =>
    fetch(
      new Request(`${baseUrl}/api/v1/users/me`, { headers: { Origin: pageOrigin, ...headers } }),
    );
  expect((await fetchOwnUser()).status).toBe(401);
  await signIn();
  const response = await fetchOwnUser();
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe(pageOrigin);
  expect(response.headers.get("Access-Control-Allow-Credentials")).toBe("true");
  expect(await response.json()).toMatchObject({
    id: "00uixa271s6x7qt8I0h7",
    profile: { login: "it.user@example.com" },
  });
  const foreign = await fetchOwnUser({ Origin: "https://evil.example" });
  expect(foreign.headers.get("Access-Control-Allow-Origin")).toBeNull();
  // An API token takes precedence over the session.
  const owner = await fetchOwnUser({ Authorization: "SSWS demo-api-token" });
  expect(await owner.json()).toMatchObject({ id: "00utokenOwnerDemo0h7" });
});

test("only a trusted page can send the user's cookie and read the response", async () => {
  const { call } = await start();
  const trusted = await call("OPTIONS");
  expect(trusted.headers.get("Access-Control-Allow-Origin")).toBe(pageOrigin);
  expect(trusted.headers.get("Access-Control-Allow-Credentials")).toBe("true");
  expect(trusted.headers.get("Access-Control-Allow-Methods")).toContain("DELETE");
  for (const origin of ["https://evil.example", "null"]) {
    const foreign = await call("GET", "", origin);
    expect(foreign.headers.get("Access-Control-Allow-Origin")).toBeNull();
  }
});
