import { describe, expect, test, vi } from "vitest";
import { fetchJson } from "./fetch-json.ts";

const url = "https://dev-1.okta.com/x";

function respond(body: BodyInit | null, init?: ResponseInit) {
  return { fetch: vi.fn<typeof fetch>(async () => new Response(body, init)) };
}

/** Makes a body of 100 kB chunks that records how many chunks were read and whether the download was cancelled. */
function makeLongBody(chunkCount: number) {
  const seen = { chunks: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (seen.chunks === chunkCount) return controller.close();
        seen.chunks++;
        controller.enqueue(new Uint8Array(100_000).fill(0x20));
      },
      cancel() {
        seen.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, seen };
}

describe(fetchJson, () => {
  test("sends no cookies and no referrer, and follows no redirect", async () => {
    const { fetch } = respond("{}");
    await fetchJson(url, { fetch }, { cache: "no-store", headers: { Accept: "x" } });
    expect(fetch).toHaveBeenCalledExactlyOnceWith(url, {
      cache: "no-store",
      headers: { Accept: "x" },
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: expect.any(AbortSignal),
    });
  });

  test("returns the object as it was sent, with any status", async () => {
    const text = '{"id":9007199254740993,"name":"état 👋"}';
    const response = await fetchJson(url, respond(text, { status: 403, headers: { "x-a": "b" } }));
    expect(response).toMatchObject({
      kind: "answered",
      status: 403,
      body: { claims: { name: "état 👋" }, text },
    });
    expect(response.kind === "answered" && response.headers.get("x-a")).toBe("b");
  });

  test("joins characters that are split between chunks", async () => {
    const bytes = new TextEncoder().encode('{"a":"👋"}');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await fetchJson(url, respond(body))).toMatchObject({ body: { claims: { a: "👋" } } });
  });

  test.each([
    ["no body", null],
    ["an empty body", ""],
    ["HTML", "<!doctype html>"],
    ["an array", "[]"],
    ["invalid UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])("returns %s as a response without an object", async (_case, body) => {
    expect(await fetchJson(url, respond(body))).toMatchObject({
      kind: "answered",
      status: 200,
      body: undefined,
    });
  });

  test("accepts a body of a megabyte", async () => {
    const text = `{"a":"${"x".repeat(1_000_000 - 8)}"}`;
    expect(text).toHaveLength(1_000_000);
    expect(await fetchJson(url, respond(text))).toMatchObject({ body: { text } });
  });

  test("stops downloading a body of more than a megabyte", async () => {
    const { body, seen } = makeLongBody(1_000);
    expect(await fetchJson(url, respond(body))).toEqual({
      kind: "unreachable",
      because: "too_large",
    });
    expect(seen).toEqual({ chunks: 11, isCancelled: true });
  });

  test("also applies the timeout to the body", async () => {
    const fetchForever: typeof fetch = async (_input, init) => {
      const body = new ReadableStream({
        start(controller) {
          init?.signal?.addEventListener("abort", () => controller.error(init.signal?.reason));
        },
      });
      return new Response(body);
    };
    expect(await fetchJson(url, { fetch: fetchForever, timeoutMs: 1 })).toEqual({
      kind: "unreachable",
      because: "timed_out",
    });
  });
});
