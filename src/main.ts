import "./ui/styles.css";
import { createPart } from "./app/part.ts";
import { createPreferences } from "./app/preferences.ts";
import { providedLanding } from "./app/provided-landing.ts";
import { createSession } from "./app/session.ts";
import { createTabStorage } from "./app/tab-storage.ts";
import { isDemoOrgPath } from "./demo-org/hosts/addresses.ts";
import { prepareDemoOrg } from "./demo-org/hosts/prepare-demo-org.ts";
import { createUnavailableDemoOrg } from "./demo-org/hosts/without-demo-org.ts";

// This script is in a folder beside the page. With a relative base, only the script's URL tells where the page is.
const ownUrl = import.meta.url;
const pageUrl =
  import.meta.env.BASE_URL === "./" || import.meta.env.BASE_URL === ""
    ? new URL("..", ownUrl).href
    : new URL(import.meta.env.BASE_URL, location.href).href;
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no root");

const openLocalStorage = () => window.localStorage;
const preferences = createPreferences(openLocalStorage);
document.documentElement.dataset.theme = preferences.loadTheme();

// Compare the variable itself: only then does the bundler leave out the unused code.
const demoOrg =
  import.meta.env.DEMO_ORG === "off"
    ? createUnavailableDemoOrg(pageUrl)
    : prepareDemoOrg({
        pageUrl,
        onReady: () => {
          // The dev server has no releases.
          if (import.meta.env.PROD && import.meta.env.DEMO_ORG !== "off")
            import("./releases.tsx")
              .then((releases) => releases.followReleases(pageUrl))
              // A separate `catch`: Vite loads the part's styles before `then`, and only this gets their errors.
              .catch(() => undefined);
        },
      });
const view = createPart(() => import("./app/view.tsx"));
const landing = createPart(() => Promise.race([providedLanding, import("./app/landing.ts")]));
const results = createPart(() => import("./app/results.ts"));
const lessons = createPart(() => import("./app/lessons/LessonPart.tsx"));
const storage = createTabStorage(() => window.sessionStorage);
// Created on every page, because it removes a response from the address wherever the response arrives.
const session = createSession({
  window,
  storage,
  openLocalStorage,
  demoOrg,
  redirectUri: pageUrl,
  loadParts: async () => (await landing.load()).sessionParts,
});

const parameters = new URLSearchParams(location.search);
const { pathname } = new URL(pageUrl);
const isDemoOrg = import.meta.env.DEMO_ORG !== "off" && isDemoOrgPath(location.pathname, pathname);
// Hosts return the page for other addresses, too, where its relative links would be wrong.
if (!isDemoOrg && location.pathname !== pathname)
  history.replaceState(null, "", pageUrl + location.search + location.hash);
const isPage = ["setup", "decode", "lessons"].some((name) => parameters.has(name));
// Where code can't be loaded, the built page says so: src/build/missing-files.ts.
void (isDemoOrg || isPage ? openPage(root) : openExplorer(root));

/** A page beside the explorer. Its code is loaded now. */
async function openPage(root: Element): Promise<void> {
  addEventListener("hashchange", session.saveResponse);
  demoOrg.start();
  if (isDemoOrg) {
    // The static host returned the page for an address of the demo org, because no worker was running yet.
    const deepLink = await import("./demo-org/hosts/deep-link.ts");
    deepLink.openDemoOrgDeepLink({ demoOrg, root, pageUrl });
  } else {
    const pages = await import("./app/pages.tsx");
    await pages.openPage(root, parameters, { demoOrg, preferences, storage });
  }
}

async function openExplorer(root: Element): Promise<void> {
  const received = session.receive();
  addEventListener("hashchange", () => void session.receive());
  addEventListener("pageshow", ({ persisted }) => persisted && void session.resume());
  const isDemoOrg = session.getState().choice.org === "demo";
  if (storage.keys().length === 0 && isDemoOrg) demoOrg.start();
  // Wait a moment, so that the first frame has the response or the org's domain. The worker starts later.
  else await waitBriefly(received);
  await landing.loaded()?.showFirstFrame(root, session, demoOrg.getStatus(), preferences);
  const loadingView = view.load();
  const state = session.getState();
  if (state.runs.length > 0 || state.map?.fill) await waitBriefly(results.load());
  // The lesson bar is above the form and the result, which would move if it appeared later.
  if (state.choice.lesson) await waitBriefly(lessons.load());
  const { renderExplorer } = await loadingView;
  renderExplorer(root, {
    session,
    demoOrg,
    preferences,
    results,
    lessons,
  });
}

async function waitBriefly(task: Promise<unknown>): Promise<void> {
  const timeout = new Promise((resolve) => setTimeout(resolve, 1000));
  await Promise.race([task, timeout]).catch(() => undefined);
}
