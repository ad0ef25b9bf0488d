import { styles } from "../http/pages/styles.ts";
import type { DemoOrgStatus } from "./connect-to-worker.ts";
import type { DemoOrgHandle } from "./prepare-demo-org.ts";

const guardKey = "demo-org deep link";

const reasons = {
  unsupported: "The demo org runs in a service worker, and this browser doesn’t support them.",
  insecure_context:
    "The demo org needs HTTPS or localhost: browsers run service workers only there.",
  registration_failed:
    "The browser blocked the demo org. This happens in some private windows, or when sites can’t store data.",
  not_answering:
    "The demo org is running, but requests don’t reach it. In the developer tools, turn off “Bypass for network”.",
  not_loaded: "The code that starts the demo org could not be loaded. Check your connection.",
  left_out: "This deployment of the page has no demo org.",
  still_not_there:
    "The demo org is running, but the browser loaded this page from the server instead.",
} as const;

/** Reloads the page's address once the worker runs. Drops the fragment, which could contain tokens. */
export function openDemoOrgDeepLink(options: {
  readonly demoOrg: DemoOrgHandle;
  readonly root: Element;
  readonly pageUrl: string;
  readonly load?: (address: string) => void;
}): void {
  const { demoOrg, root, pageUrl, load = (address) => location.replace(address) } = options;
  // Includes the origin, because a path that starts with two slashes would name another host.
  const address = location.origin + location.pathname + location.search;
  let isLeaving = false;

  const advance = () => {
    const status = demoOrg.getStatus();
    if (isLeaving) return;
    if (status.status === "starting") {
      root.replaceChildren(buildNotice("status", "Starting the demo org…", []));
    } else if (status.status === "ready" && claimReload(address)) {
      isLeaving = true;
      load(address);
    } else {
      root.replaceChildren(buildFailure(status, address, pageUrl));
    }
  };
  // Looks like the org's own pages. The page's Content-Security-Policy allows no style element.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  demoOrg.subscribe(advance);
  advance();
}

function claimReload(address: string): boolean {
  try {
    const isDue = isReloadDue(sessionStorage.getItem(guardKey), address, Date.now());
    if (isDue) sessionStorage.setItem(guardKey, noteReload(address, Date.now()));
    return isDue;
  } catch {
    return false;
  }
}

const loopWithinMs = 30_000;

export function noteReload(href: string, nowMs: number): string {
  return `${nowMs} ${href}`;
}

/** Returns false if the note says that the address was reloaded in the last 30 seconds. Ignores an invalid note. */
export function isReloadDue(note: string | null, href: string, nowMs: number): boolean {
  if (note === null) return true;
  const gap = note.indexOf(" ");
  const sinceMs = nowMs - Number(note.slice(0, gap));
  return note.slice(gap + 1) !== href || !(sinceMs >= 0 && sinceMs < loopWithinMs);
}

function buildFailure(status: DemoOrgStatus, address: string, pageUrl: string): HTMLElement {
  const reason = status.status === "unavailable" ? status.reason : "still_not_there";
  return buildNotice("alert", "The demo org can’t be reached", [
    reasons[reason],
    build("a", { href: address }, "Try again"),
    build("a", { href: pageUrl }, "Go to Okta Groups Explorer"),
  ]);
}

function buildNotice(role: "status" | "alert", title: string, lines: readonly (string | Node)[]) {
  const paragraphs = lines.map((line) => build("p", {}, line));
  return build(
    "main",
    {},
    build("p", { class: "mark" }, "Demo org, not Okta"),
    build("div", { role }, build("h1", {}, title), ...paragraphs),
  );
}

function build(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (string | Node)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}
