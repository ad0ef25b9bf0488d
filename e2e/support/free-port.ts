import { once } from "node:events";
import { createServer, type Server } from "node:net";

/** Has a server listen at a free port of `localhost`. @returns The port. */
export async function listenAnywhere(server: Server): Promise<number> {
  server.listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return address.port;
}

/** A port that was free a moment ago: a program that is told its port cannot look for one itself. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  const port = await listenAnywhere(server);
  server.close();
  await once(server, "close");
  return port;
}
