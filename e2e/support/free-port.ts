import { once } from "node:events";
import { createServer, type Server } from "node:net";

/** Starts a server on a free port of `localhost`. @returns The port. */
export async function listenAnywhere(server: Server): Promise<number> {
  server.listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return address.port;
}

/** Finds a free port for a program that needs a port number. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  const port = await listenAnywhere(server);
  server.close();
  await once(server, "close");
  return port;
}
