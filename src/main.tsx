import "./ui/styles.css";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { ComparedRuns, Get, loadMemory, OrgSetup } from "./app/later-parts.ts";
import { PartBoundary } from "./app/PartBoundary.tsx";
import { PartFailure } from "./app/PartFailure.tsx";
import { createSession } from "./app/session.ts";
import { createTabStorage } from "./app/tab-storage.ts";
import { isDemoOrgPath } from "./demo-org/hosts/addresses.ts";
import { prepareDemoOrg } from "./demo-org/hosts/prepare-demo-org.ts";

const base = import.meta.env.BASE_URL;
const pageUrl = new URL(base, location.origin).href;
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root");

const demoOrg = prepareDemoOrg({ base });
if (isDemoOrgPath(location.pathname, base)) void openDeepLink(root);
else if (new URLSearchParams(location.search).has("setup")) void openSetup(root);
else void showPage(root);

/** The static host has served the page in the org's place: nothing of the page belongs here. */
async function openDeepLink(root: Element): Promise<void> {
  demoOrg.start();
  const part = await import("./demo-org/hosts/deep-link.ts").catch(() => undefined);
  if (part) part.openDemoOrgDeepLink({ demoOrg, root, pageUrl });
  else show(root, <PartFailure part="The demo org" />);
}

/** A page of its own, which nobody who wants a token has to wait for. */
async function openSetup(root: Element): Promise<void> {
  demoOrg.start();
  await Promise.allSettled([OrgSetup.load()]);
  show(
    root,
    <PartBoundary part="The set-up">
      <OrgSetup demoOrg={demoOrg} />
    </PartBoundary>,
  );
}

async function showPage(root: Element): Promise<void> {
  const storage = createTabStorage(() => window.sessionStorage);
  const session = createSession({
    window,
    storage,
    demoOrgUrl: demoOrg.orgUrl,
    redirectUri: pageUrl,
    loadMemory,
  });

  // Before anything is drawn: an answer leaves the address bar at once, and what shows it is sent for.
  const received = session.receive();
  window.addEventListener("hashchange", () => void session.receive());
  window.addEventListener("pageshow", ({ persisted }) => persisted && void session.resume());
  // A worker that starts takes its share of the processor: an answer is shown first, and the page starts it then.
  if (!storage.holdsAnything()) demoOrg.start();
  else {
    // A part that cannot be loaded says so in its own place.
    await Promise.allSettled([received, Get.load(), ComparedRuns.load()]);
  }

  show(root, <App session={session} demoOrg={demoOrg} />);
}

function show(root: Element, page: ReactNode): void {
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
