import "./ui/styles.css";
import { type ReactNode, StrictMode } from "react";
import { App } from "./app/App.tsx";
import { createKnownOrgs } from "./app/known-orgs.ts";
import { hasSnapshotMarker } from "./app/lessons/snapshot-marker.ts";
import { createPart } from "./app/load-part.ts";
import { PartFailure } from "./app/PartFailure.tsx";
import { createPreferences } from "./app/preferences.ts";
import { createSession } from "./app/session.ts";
import { createTabStorage } from "./app/tab-storage.ts";
import { isDemoOrgPath } from "./demo-org/hosts/addresses.ts";
import { leaveOutDemoOrg } from "./demo-org/hosts/left-out.ts";
import { prepareDemoOrg } from "./demo-org/hosts/prepare-demo-org.ts";
import { createRoot } from "./ui/react-root.ts";

// This script is in a folder beside the page. With a relative base nothing else tells where the page is.
const ownUrl = import.meta.url;
const pageUrl =
  import.meta.env.BASE_URL === "./" || import.meta.env.BASE_URL === ""
    ? new URL("..", ownUrl).href
    : new URL(import.meta.env.BASE_URL, location.href).href;
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no root");

const preferences = createPreferences(() => window.localStorage);
document.documentElement.dataset.theme = preferences.loadTheme();

// The bundler leaves out the other code only where the variable itself is compared.
const demoOrg =
  import.meta.env.DEMO_ORG === "off"
    ? leaveOutDemoOrg(pageUrl)
    : prepareDemoOrg({
        pageUrl,
        onReady: () => {
          // The dev server has no releases.
          if (import.meta.env.PROD && import.meta.env.DEMO_ORG !== "off")
            import("./releases.tsx")
              .then((releases) => releases.followReleases(pageUrl))
              // On its own: Vite loads the part's styles before "then", and an error of theirs reaches only this.
              .catch(() => undefined);
        },
      });
const results = createPart(() => import("./app/results.ts"));
const lessons = createPart(() => import("./app/lessons/LessonPart.tsx"));
const isOrgChangedByLesson = hasSnapshotMarker(() => window.localStorage);
const storage = createTabStorage(() => window.sessionStorage);
// Created on every page: it takes a response out of the address, wherever the response arrived.
const session = createSession({
  window,
  storage,
  knownOrgs: createKnownOrgs(() => window.localStorage),
  demoOrg,
  redirectUri: pageUrl,
  loadParts: async () => (await results.load()).sessionParts,
});

const parameters = new URLSearchParams(location.search);
const { pathname } = new URL(pageUrl);
const isDemoOrg = import.meta.env.DEMO_ORG !== "off" && isDemoOrgPath(location.pathname, pathname);
// Hosts return the page for other addresses, too. Its links are relative.
if (!isDemoOrg && location.pathname !== pathname)
  history.replaceState(null, "", pageUrl + location.search + location.hash);
if (isDemoOrg) void openDeepLink(root);
else if (["setup", "decode", "lessons"].some((name) => parameters.has(name))) void openPage(root);
else void openExplorer(root);

/** The static host served the page for an address of the demo org, whose worker was not there yet. */
async function openDeepLink(root: Element): Promise<void> {
  addEventListener("hashchange", session.saveResponse);
  demoOrg.start();
  const part = await import("./demo-org/hosts/deep-link.ts").catch(() => undefined);
  if (part) part.openDemoOrgDeepLink({ demoOrg, root, pageUrl });
  else render(root, <PartFailure part="The demo org" />);
}

/** A page beside the explorer. Its code is loaded now. */
async function openPage(root: Element): Promise<void> {
  addEventListener("hashchange", session.saveResponse);
  demoOrg.start();
  const pages = await import("./app/pages.tsx").catch(() => undefined);
  const page = await pages?.loadPage(parameters, { demoOrg, preferences, storage });
  render(root, page ?? <PartFailure part="This page" />);
}

async function openExplorer(root: Element): Promise<void> {
  const received = session.receive();
  addEventListener("hashchange", () => void session.receive());
  addEventListener("pageshow", ({ persisted }) => persisted && void session.resume());
  const isDemoOrg = session.getState().choice.org === "demo";
  if (storage.keys().length === 0 && isDemoOrg) demoOrg.start();
  // The first frame has the response, or the domain, unless the code for it takes long. The worker starts after that.
  else await waitBriefly(received);
  // Above the form and the result, so both would move.
  if (session.getState().choice.lesson) await waitBriefly(lessons.load());
  render(
    root,
    <App
      session={session}
      demoOrg={demoOrg}
      preferences={preferences}
      results={results}
      lessons={lessons}
      isOrgChangedByLesson={isOrgChangedByLesson}
    />,
  );
}

async function waitBriefly(task: Promise<unknown>): Promise<void> {
  const timeout = new Promise((resolve) => setTimeout(resolve, 1000));
  await Promise.race([task, timeout]).catch(() => undefined);
}

function render(root: Element, page: ReactNode): void {
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
