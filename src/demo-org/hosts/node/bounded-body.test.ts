import { describe, expect, test } from "vitest";
import { boundedBody } from "./bounded-body.ts";

const handler = boundedBody(async (request) => new Response(await request.text()));

function post(body: string, length = String(body.length)): Promise<Response> {
  const headers = { "Content-Length": length };
  return handler(new Request("http://localhost:8080/", { method: "POST", headers, body }));
}

describe(boundedBody, () => {
  test("lets through what can be read", async () => {
    expect(await (await post("a=b")).text()).toBe("a=b");
    expect((await handler(new Request("http://localhost:8080/"))).status).toBe(200);
  });

  test("refuses by its length what nobody should wait for", async () => {
    const refused = await post("", "700000000");
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain("120000000");
  });
});
