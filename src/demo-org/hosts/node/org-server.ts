import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";

/** Milliseconds after which the server closes a connection. */
const defaultTimeouts = {
  /** Until the headers are complete, counted from the start of the connection or the previous request. */
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  handshakeTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  /** Time without a byte in either direction. Must exceed the longest delay that a fault can have. */
  idleTimeout: 60_000,
};

const allowedMethods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

type Options = {
  readonly timeouts?: typeof defaultTimeouts;
  readonly tls?: { readonly key: string; readonly cert: string };
};

/** Closes slow and idle connections. @see Node.js documentation: http, `server.headersTimeout` and the like */
export function createOrgServer(
  handler: (request: Request) => Promise<Response>,
  { timeouts = defaultTimeouts, tls }: Options = {},
): Server {
  const { idleTimeout, ...options } = { ...tls, ...timeouts };
  const listener = getRequestListener(handler, { hostname: "localhost" });
  const handle: RequestListener = (request, response) => {
    // The org sets this header itself, but the listener also sends responses, such as after an exception.
    response.setHeader("X-Content-Type-Options", "nosniff");
    // The `Request` constructor throws for TRACE: Fetch Standard §2.2.1, forbidden methods.
    if (request.method === "TRACE") {
      return void response.writeHead(405, { Allow: allowedMethods }).end();
    }
    return listener(request, response);
  };
  const server = tls ? createTlsServer(options, handle) : createServer(options, handle);
  server.timeout = idleTimeout;
  server.on("clientError", refuseUnreadable);
  return server;
}

/** Responds as Node does by default, and adds nosniff. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
  const status = statuses[error.code ?? ""] ?? "400 Bad Request";
  socket.end(
    `HTTP/1.1 ${status}\r\nX-Content-Type-Options: nosniff\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
  );
}

/** @see Node.js documentation: http, event `clientError` */
const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};
