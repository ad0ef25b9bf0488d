import { describe, expect, test } from "vitest";
import { boundedBody } from "./bounded-body.ts";

const handler = boundedBody(async (request) => new Response(await request.text()));

const small = boundedBody(
  async (request) => {
    const { pathname } = new URL(request.url);
    const kept = request.headers.get("X-Kept");
    return new Response(`${request.method} ${pathname} ${kept} ${await request.text()}`);
  },
  { api: 20_000, other: 10_000 },
);

function post(body: string, length = String(body.length), path = "/"): Promise<Response> {
  const headers = { "Content-Length": length };
  return handler(new Request(`http://localhost:8080${path}`, { method: "POST", headers, body }));
}

describe(boundedBody, () => {
  test("lets through what can be read", async () => {
    expect(await (await post("a=b")).text()).toBe("a=b");
    expect((await handler(new Request("http://localhost:8080/"))).status).toBe(200);
  });

  test("refuses by its length what nobody should wait for", async () => {
    const refused = await post("", "700000000", "/demo/v1/configuration");
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain("120000000");
    expect((await post("", "100000000", "/demo/v1/configuration")).status).toBe(200);
    expect((await post("", "100000000", "/oauth2/v1/authorize")).status).toBe(413);
  });

  test("lets through what comes in pieces, and refuses it once there is too much", async () => {
    const send = (pieces: number, path = "/path") => {
      const piece = new TextEncoder().encode("a".repeat(1000));
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 1;
          if (sent > pieces) controller.close();
          else controller.enqueue(piece);
        },
      });
      const headers = { "Content-Type": "text/plain", "X-Kept": "yes" };
      const init = { method: "POST", headers, body, duplex: "half" };
      return small(new Request(`http://localhost:8080${path}`, init));
    };
    const whole = await send(10);
    expect(await whole.text()).toBe(`POST /path yes ${"a".repeat(10_000)}`);
    expect((await send(11)).status).toBe(413);
    expect((await send(20, "/api/v1/groups")).status).toBe(200);
    expect((await send(21, "/api/v1/groups")).status).toBe(413);
    expect((await send(Number.POSITIVE_INFINITY)).status).toBe(413);
  });
});
