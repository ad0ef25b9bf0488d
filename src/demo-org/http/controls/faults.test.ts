import { describe, expect, test } from "vitest";
import { callAsClient } from "../../test-support/client-calls.ts";
import {
  baseUrl,
  createTestOrg,
  parseFragment,
  type TestOrg,
} from "../../test-support/test-org.ts";
import { callApi } from "../management/test-api-client.ts";
import { defaultApiToken } from "../state/org.ts";

const path = "/demo/v1/faults";
const keys = "/oauth2/v1/keys";

const fetchStatus = async (org: TestOrg, at: string) => (await org.openBrowser().get(at)).status;

describe("a fault", () => {
  test("affects only the next matching requests, as many as `times` says", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "POST", path, { path: keys, times: 2, status: 503 });
    expect(body).toMatchObject({ path: keys, times: 2, status: 503 });
    expect(await fetchStatus(org, "/oauth2/default/v1/keys")).toBe(200);
    expect(await fetchStatus(org, keys)).toBe(503);
    expect((await callApi(org, "GET", path)).body).toMatchObject([{ times: 1 }]);
    expect(await fetchStatus(org, keys)).toBe(503);
    expect(await fetchStatus(org, keys)).toBe(200);
    expect((await callApi(org, "GET", path)).body).toEqual([]);
  });

  test("responds with its body, or else an error in Okta's shape, also to pages of other origins", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", path, { path: keys, status: 500, body: { custom: true } });
    await callApi(org, "POST", path, { path: keys, status: 429 });
    const browser = org.openBrowser();
    const own = await browser.get(keys, { Origin: "https://elsewhere.example" });
    expect(await own.json()).toEqual({ custom: true });
    expect(own.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const limited = await browser.get(keys);
    expect(limited.status).toBe(429);
    expect(limited.headers.get("X-Rate-Limit-Remaining")).toBe("0");
    expect(await limited.json()).toMatchObject({ errorCode: "E0000047" });
  });

  test.each([
    ["/oauth2/*/v1/keys", "/oauth2/default/v1/keys", 500],
    ["/oauth2/*/v1/keys", keys, 200],
    ["/oauth2", keys, 500],
    ["/oauth2/v1/ke", keys, 200],
    ["/", keys, 500],
    ["/oa*2/v1/k*s", keys, 500],
    ["/oauth2*2/v1/keys", keys, 200],
    ["/*a*t*/v1", keys, 500],
    [`/${"*a".repeat(99)}`, `/${"a".repeat(5000)}b`, 404],
  ])("for the path %s lets %s return %s", async (at, request, status) => {
    const org = await createTestOrg();
    await callApi(org, "POST", path, { path: at, status: 500 });
    expect(await fetchStatus(org, request)).toBe(status);
  });

  test("for an authorization request is returned to the client, like any other error", async () => {
    const org = await createTestOrg();
    const error = { error: "temporarily_unavailable", errorDescription: "Come back later." };
    await callApi(org, "POST", path, { path: "/oauth2/v1/authorize", ...error });
    const browser = org.openBrowser();
    expect(parseFragment(await browser.authorize())).toEqual({
      state: "myState",
      error: "temporarily_unavailable",
      error_description: "Come back later.",
    });
    expect((await browser.authorize()).status).toBe(200);
  });

  test("has a default description, because Okta's SDK ignores errors without one", async () => {
    const org = await createTestOrg();
    for (const name of ["authorize", "token"])
      await callApi(org, "POST", path, { path: `/oauth2/v1/${name}`, error: "server_error" });
    const expected = {
      error: "server_error",
      error_description: "This error was requested with /demo/v1/faults.",
    };
    expect(parseFragment(await org.openBrowser().authorize())).toMatchObject(expected);
    expect((await callAsClient(org, "/oauth2/v1/token", {})).body).toEqual(expected);
  });

  test("for an authorization request never redirects to an unregistered URI", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", path, { path: "/oauth2/v1/authorize", error: "server_error" });
    const response = await org.openBrowser().authorize({ redirect_uri: "https://evil.example/" });
    expect(response.status).toBe(400);
    expect(response.headers.get("Location")).toBeNull();
  });

  test("for a token request is an OAuth error in JSON", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", path, { path: "/oauth2/v1/token", error: "invalid_grant" });
    const response = await org.openBrowser().post("/oauth2/v1/token", {});
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: "invalid_grant" });
  });

  test("can delay a response without changing it", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", path, { path: keys, delayMs: 60 });
    const start = performance.now();
    expect(await fetchStatus(org, keys)).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(50);
  });

  test("works for an org whose URL has a path, and the org logs changes there too", async () => {
    const base = `${baseUrl}/demo-org`;
    const org = await createTestOrg({ baseUrl: base });
    const call = (at: string, body?: unknown) =>
      org.fetch(
        new Request(base + at, {
          headers: { Authorization: `SSWS ${defaultApiToken}` },
          ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
        }),
      );
    await call(path, { path: keys, status: 503 });
    expect((await call(keys)).status).toBe(503);
    await call("/api/v1/groups", { profile: { name: "Night shift" } });
    expect(await (await call("/api/v1/logs")).json()).toMatchObject([
      {
        eventType: "group.lifecycle.create",
        debugContext: { debugData: { requestUri: "/api/v1/groups" } },
      },
    ]);
  });

  test("never affects the faults API, and can be deleted", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", path, { path: "/", times: 9, status: 500 });
    expect((await callApi(org, "GET", "/groups")).status).toBe(500);
    expect((await callApi(org, "DELETE", path)).status).toBe(204);
    expect((await callApi(org, "GET", "/groups")).status).toBe(200);
  });

  test.each([
    [{ status: 500 }],
    [{ path: "keys", status: 500 }],
    [{ path: "/demo/v1/faults", status: 500 }],
    [{ path: keys }],
    [{ path: keys, status: 200 }],
    [{ path: keys, delayMs: 30_001 }],
    [{ path: keys, times: 0, status: 500 }],
    [{ path: keys, delayMs: 1, body: {} }],
    [{ path: keys, status: 500, errorDescription: "Why" }],
    [{ path: keys, status: 500, often: 3 }],
  ])("can't be %j", async (body) => {
    const response = await callApi(await createTestOrg(), "POST", path, body);
    expect(response).toMatchObject({ status: 400, body: { errorCode: "E0000001" } });
  });
});
