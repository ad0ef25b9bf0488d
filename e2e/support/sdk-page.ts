import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import type { OktaAuth } from "@okta/okta-auth-js";
import { listenAnywhere } from "./free-port.ts";

declare global {
  interface Window {
    /** Set by the SDK's bundle. */
    readonly OktaAuth: typeof OktaAuth;
    /** The page's client, once a test has created it. */
    sdk: OktaAuth;
  }
}

/** A page with Okta's SDK on a separate origin. It shares no code with this project. */
export type SdkPage = {
  /** The page and its sign-in redirect URI, with its trailing slash. */
  readonly url: string;
  /** The sign-out redirect URI, which shows the same page. */
  readonly signedOutUrl: string;
  readonly close: () => Promise<void>;
};

/** The bundle that Okta publishes for pages without a bundler. */
const bundle = fileURLToPath(
  new URL("../../node_modules/@okta/okta-auth-js/dist/okta-auth-js.min.js", import.meta.url),
);

const document = `<!doctype html>
<html lang="en">
<title>Another app</title>
<link rel="icon" href="data:,">
<h1>Another app</h1>
<script src="/okta-auth-js.js"></script>
`;

/** Serves the page on a free port. */
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
