import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import type { OktaAuth } from "@okta/okta-auth-js";
import { listenAnywhere } from "./free-port.ts";

declare global {
  interface Window {
    /** What the SDK's own bundle leaves on a page. */
    readonly OktaAuth: typeof OktaAuth;
    /** The page's client, once a check has made it. */
    sdk: OktaAuth;
  }
}

/** Somebody's page with Okta's SDK in it, on an origin of its own, which knows nothing of this project. */
export type SdkPage = {
  /** The page, and where a sign-in leads back to: with its trailing slash. */
  readonly url: string;
  /** The same page, where a sign-out leads. */
  readonly signedOutUrl: string;
  readonly close: () => Promise<void>;
};

/** As Okta gives it to pages that have no bundler. */
const bundle = fileURLToPath(
  new URL("../../node_modules/@okta/okta-auth-js/dist/okta-auth-js.min.js", import.meta.url),
);

const document = `<!doctype html>
<html lang="en">
<title>Somebody's app</title>
<link rel="icon" href="data:,">
<h1>Somebody's app</h1>
<script src="/okta-auth-js.js"></script>
`;

/** Serves that page on a free port. */
export async function startSdkPage(): Promise<SdkPage> {
  const script = await readFile(bundle);
  const server = createServer((request, response) => {
    const isScript = request.url === "/okta-auth-js.js";
    const contentType = isScript ? "text/javascript" : "text/html";
    response.writeHead(200, { "Content-Type": `${contentType}; charset=utf-8` });
    response.end(isScript ? script : document);
  });
  const url = `http://localhost:${await listenAnywhere(server)}/`;
  return {
    url,
    signedOutUrl: `${url}signed-out`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
