import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listenAnywhere } from "./free-port.ts";

/** A host of static files that can be stopped. */
export type StaticHost = {
  /** The page's URL, with its trailing slash. */
  readonly url: string;
  /** Replaces the built files at these paths. */
  readonly publish: (files: ReadonlyMap<string, string>) => void;
  /** Closing it again does nothing. */
  readonly close: () => Promise<void>;
};

type StaticHostOptions = {
  /** The built page; `dist/` if left out. */
  readonly directory?: string;
  /** The page's path, with its slashes; `/` if left out. */
  readonly path?: string;
  /** Whether the page is returned for unknown addresses below its own, instead of `404.html` with status 404. */
  readonly hasFallback?: boolean;
};

const built = fileURLToPath(new URL("../../dist/", import.meta.url));

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves the built page as a simple static host does: files, and `404.html` with status 404 for anything else. Its free
 * port makes it an origin that no browser has visited.
 */
export async function startStaticHost({
  directory = built,
  path = "/",
  hasFallback = false,
}: StaticHostOptions = {}): Promise<StaticHost> {
  let published: ReadonlyMap<string, string> = new Map();
  const load = async (name: string) =>
    published.get(`/${name}`) ?? (await readFile(join(directory, name)).catch(() => undefined));
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname.startsWith(path) ? pathname.slice(path.length) : undefined;
    const file = name === undefined ? undefined : await load(name || "index.html");
    const isFound = file !== undefined;
    const contentType = (isFound && contentTypes[extname(pathname)]) || "text/html; charset=utf-8";
    response.writeHead(isFound || hasFallback ? 200 : 404, { "Content-Type": contentType });
    response.end(file ?? (await load(hasFallback ? "index.html" : "404.html")));
  });
  const port = await listenAnywhere(server);
  return {
    url: `http://localhost:${port}${path}`,
    publish: (files) => {
      published = files;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
