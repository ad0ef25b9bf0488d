import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createDemoOrg } from "../../http/demo-org.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { createMemoryStore } from "../../store.ts";
import { createOrgServer } from "./org-server.ts";

/** Longer than any test takes. Each test shortens only the timeout that it is about. */
const patient = {
  headersTimeout: 20_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 20_000,
  idleTimeout: 20_000,
  handshakeTimeout: 20_000,
  connectionsCheckingInterval: 10,
};

const cleanUps = new Set<() => void>();
afterEach(() => {
  for (const cleanUp of cleanUps) cleanUp();
  cleanUps.clear();
});

async function startServer(timeouts: Partial<typeof patient>): Promise<number> {
  const handler = createDemoOrg({
    baseUrl: "http://localhost",
    store: createMemoryStore(),
    redirectUris: [],
    seed: seedConfiguration,
    sessionCarrier: "cookie",
  });
  const server = createOrgServer(handler, { timeouts: { ...patient, ...timeouts } });
  cleanUps.add(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return address.port;
}

/** Sends the text and then nothing more. @returns Everything the server sends until it closes the connection. */
async function sendAndWait(port: number, text: string): Promise<string> {
  const socket: Socket = connect(port, "localhost");
  cleanUps.add(() => socket.destroy());
  let received = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    received += chunk;
  });
  socket.on("error", () => undefined);
  socket.write(text);
  await once(socket, "close");
  return received;
}

const post = "POST /login/demo HTTP/1.1\r\nHost: localhost\r\n";

describe(createOrgServer, () => {
  test("closes a connection whose headers don't end", async () => {
    const port = await startServer({ headersTimeout: 50, requestTimeout: 50 });
    expect(await sendAndWait(port, "GET / HTTP/1.1\r\nHost: loc")).toMatch(/^HTTP\/1.1 408 /);
  });

  test("closes a connection whose body doesn't end", async () => {
    const port = await startServer({ headersTimeout: 50, requestTimeout: 100 });
    const text = `${post}Content-Length: 10\r\n\r\na=b`;
    expect(await sendAndWait(port, text)).toMatch(/^HTTP\/1.1 408 /);
  });

  test("closes a connection that is idle after a response", async () => {
    const port = await startServer({ keepAliveTimeout: 50 });
    const text = "GET /oauth2/v1/keys HTTP/1.1\r\nHost: localhost\r\n\r\n";
    expect(await sendAndWait(port, text)).toMatch(/^HTTP\/1.1 200 /);
  });

  test("closes a connection without traffic", async () => {
    const port = await startServer({ idleTimeout: 50 });
    expect(await sendAndWait(port, `${post}Content-Length: 10\r\n\r\na=b`)).toBe("");
  });

  test("refuses a body that is too large, and closes the connection", async () => {
    const port = await startServer({});
    const stated = `${post}Content-Length: 700000000\r\n\r\na=b`;
    expect(await sendAndWait(port, stated)).toMatch(/^HTTP\/1.1 413 /);
    const chunk = `${(20_000).toString(16)}\r\n${"a".repeat(20_000)}\r\n`;
    const chunked = `${post}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`;
    expect(await sendAndWait(port, chunked)).toMatch(/^HTTP\/1.1 413 /);
  });

  test("refuses TRACE on every path", async () => {
    const port = await startServer({});
    for (const path of ["/", "/oauth2/v1/keys", "/nothing"]) {
      const response = await sendAndWait(
        port,
        `TRACE ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      expect(response).toMatch(/^HTTP\/1.1 405 /);
      expect(response).toMatch(/^allow: GET, /im);
    }
  });

  test.each([
    ["no HTTP", "GET / HTTX\r\n\r\n", "400"],
    ["headers that are too long", `GET /?${"a".repeat(20_000)} HTTP/1.1\r\n\r\n`, "431"],
    ["an unknown host", "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", "400"],
    ["headers that don't end", "GET / HTTP/1.1\r\nHost: loc", "408"],
  ])("sends nosniff with its own error responses: %s", async (_case, text, status) => {
    const port = await startServer({ headersTimeout: 50, requestTimeout: 50 });
    const response = await sendAndWait(port, text);
    expect(response.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
    expect(response).toMatch(/^x-content-type-options: nosniff\r$/im);
  });
});
