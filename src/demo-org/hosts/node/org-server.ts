import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";

/** Milliseconds after which the server closes a connection. */
type Timeouts = {
  /** Until the headers are complete, counted from the connection or the request before. */
  readonly headersMs: number;
  /** Until the body is complete too. */
  readonly requestMs: number;
  /** Between two requests. */
  readonly keepAliveMs: number;
  /** Without a byte in either direction. Longer than the longest delay of a fault. */
  readonly idleMs: number;
  /** How often the first two are checked. */
  readonly checkMs: number;
};

const defaultTimeouts: Timeouts = {
  headersMs: 10_000,
  requestMs: 60_000,
  keepAliveMs: 5_000,
  idleMs: 60_000,
  checkMs: 5_000,
};

/**
 * Creates a server for the org that closes slow and idle connections. It doesn't listen yet.
 *
 * @see Node.js documentation: http, `server.headersTimeout`, `requestTimeout`, `keepAliveTimeout` and `timeout`
 */
export function createOrgServer(
  handler: (request: Request) => Promise<Response>,
  timeouts = defaultTimeouts,
): Server {
  const options = {
    headersTimeout: timeouts.headersMs,
    requestTimeout: timeouts.requestMs,
    keepAliveTimeout: timeouts.keepAliveMs,
    connectionsCheckingInterval: timeouts.checkMs,
  };
  const server = createServer(options, getRequestListener(handler, { hostname: "localhost" }));
  server.timeout = timeouts.idleMs;
  return server;
}
