import { createStore, del, get, set } from "idb-keyval";
import { createDemoOrg } from "../../http/demo-org.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import type { Store } from "../../store.ts";
import { buildOrgUrl, isDemoOrgPath } from "../addresses.ts";
import { parsePageMessage } from "../messages.ts";
import { release } from "../release.ts";
import { explainFailure } from "./explain-failure.ts";
import { createPageCopy } from "./page-copy.ts";

declare const self: ServiceWorkerGlobalScope;

const scope = self.registration.scope;
const { origin, pathname: base } = new URL(scope);

const orgUrl = buildOrgUrl(scope);
const handleAsOrg = createDemoOrg({
  baseUrl: orgUrl,
  store: createIndexedDbStore(`demo-org ${base}`),
  redirectUris: [scope],
  sessionCarrier: "store",
  seed: seedConfiguration,
});

const pageCopy =
  release &&
  createPageCopy(release, {
    scope,
    caches: self.caches,
    fetch: (request) => self.fetch(request),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });

/** An update caches its files before it takes over. On a first visit the org starts at once. */
async function install(): Promise<void> {
  if (self.registration.active) await keepPage();
  await self.skipWaiting();
}

/** Fails offline or during a deployment. The next visit tries again. */
async function keepPage(): Promise<void> {
  await pageCopy?.keep().catch(() => undefined);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const message = parsePageMessage(event.data);
  if (message?.type === "claim") event.waitUntil(self.clients.claim());
  if (message?.type === "keep_page") event.waitUntil(keepPage());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== origin || !url.pathname.startsWith(base)) return;

  if (isDemoOrgPath(url.pathname, base))
    event.respondWith(handleAsOrg(request).catch(() => explainFailure(request.url, orgUrl)));
  else if (pageCopy && request.method === "GET") event.respondWith(pageCopy.respond(request));
});

/** The data survives when the browser stops the idle worker. */
function createIndexedDbStore(name: string): Store {
  const database = createStore(name, "entries");
  return {
    get: (key) => get<unknown>(key, database),
    set: (key, value) => set(key, value, database),
    delete: (key) => del(key, database),
  };
}
