import { describe, expect, test } from "vitest";
import { baseUrl, createTestOrg, type TestOrg } from "../../test-support/test-org.ts";

const formLimit = 64 * 1024;
const apiLimit = 1024 * 1024;

type Sent = { readonly method?: string; readonly headers?: Record<string, string> };

/** Sends a Content-Length, and no body. */
function sendStated(org: TestOrg, path: string, length: number, { method, headers }: Sent = {}) {
  return org.fetch(
    new Request(`${baseUrl}${path}`, {
      method: method ?? "POST",
      headers: { "Content-Length": String(length), ...headers },
      body: "",
    }),
  );
}

/** Sends a body in chunks, without a Content-Length. @returns The response, and how many bytes the org has read. */
async function sendChunks(org: TestOrg, path: string, length: number, sent: Sent = {}) {
  const chunk = new TextEncoder().encode("a".repeat(1024));
  let read = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (read >= length) return controller.close();
      read += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  const { method = "POST", headers = {} } = sent;
  const init = { method, headers, body, duplex: "half" };
  const response = await org.fetch(new Request(`${baseUrl}${path}`, init));
  return { response, read };
}

const token = { Authorization: "SSWS demo-api-token" };

describe("a body that is too large", () => {
  test.each([
    ["/api/v1/groups", apiLimit],
    ["/demo/v1/clock", apiLimit],
    ["/oauth2/v1/token", formLimit],
    ["/oauth2/default/v1/userinfo", formLimit],
    ["/oauth2/v1/authorize", formLimit],
    ["/oauth2/v1/logout", formLimit],
    ["/login/demo", formLimit],
    ["/nothing", formLimit],
  ])("is refused at %s, with a Content-Length and in chunks", async (path, limit) => {
    const org = await createTestOrg();
    expect((await sendStated(org, path, limit + 1)).status).toBe(413);
    expect((await sendStated(org, path, limit)).status).not.toBe(413);
    const { response, read } = await sendChunks(org, path, Number.POSITIVE_INFINITY);
    expect(response.status).toBe(413);
    expect(read).toBeLessThan(limit + 5 * 1024);
    expect((await sendChunks(org, path, limit)).response.status).not.toBe(413);
  });

  test("is refused by the Management API with Okta's error shape, which a trusted origin can read", async () => {
    const org = await createTestOrg();
    const origin = "https://dashboard.example";
    const body = JSON.stringify({ name: "Dashboard", origin, scopes: [{ type: "CORS" }] });
    const init = { method: "POST", headers: token, body };
    await org.fetch(new Request(`${baseUrl}/api/v1/trustedOrigins`, init));

    const response = await sendStated(org, "/api/v1/groups", apiLimit + 1, {
      headers: { Origin: origin },
    });
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe(origin);
    expect(response.headers.get("Connection")).toBe("close");
    expect(await response.json()).toMatchObject({
      errorCode: "E0000003",
      errorSummary: expect.stringContaining(`at most ${apiLimit} bytes`),
      errorCauses: [],
    });
  });

  test("is refused by the token endpoint with an OAuth error", async () => {
    const response = await sendStated(await createTestOrg(), "/oauth2/v1/token", formLimit + 1);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(await response.json()).toMatchObject({
      error: "invalid_request",
      error_description: expect.stringContaining(`at most ${formLimit} bytes`),
    });
  });

  test.each(["/oauth2/v1/authorize", "/login/demo"])(
    "is refused with a page at %s",
    async (path) => {
      const response = await sendStated(await createTestOrg(), path, formLimit + 1);
      expect(response.headers.get("Content-Type")).toMatch(/^text\/html/);
      expect(await response.text()).toContain("<h1>Request too large</h1>");
    },
  );

  test("is accepted as an org file, but only with the API token", async () => {
    const org = await createTestOrg();
    const path = "/demo/v1/configuration";
    const send = (length: number, headers = {}) =>
      sendStated(org, path, length, { method: "PUT", headers });
    expect((await send(100_000_000)).status).toBe(413);
    expect((await send(100_000_000, { Authorization: "SSWS wrong" })).status).toBe(413);
    expect((await send(100_000_000, token)).status).toBe(400);
    expect((await send(700_000_000, token)).status).toBe(413);
  });
});

test("a body in chunks is read completely", async () => {
  const org = await createTestOrg();
  const text = new TextEncoder().encode(JSON.stringify({ profile: { name: "Zoë’s group" } }));
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const byte of text) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const init = { method: "POST", headers: token, body, duplex: "half" };
  const response = await org.fetch(new Request(`${baseUrl}/api/v1/groups`, init));
  expect(await response.json()).toMatchObject({ profile: { name: "Zoë’s group" } });
});
